import type { Org } from '../org/start';
import { build } from './build';
import { demo, hasDisplay } from './demo';
import { openDeals, openDock, panelFrame, recordPath, says, scene, setUp, wholeAnswers } from './scene';

/** The demo: builds the extension, starts the stand-in organisation, opens a browser at an opportunity with the panel docked. */
console.log('Building the extension …');
build('chromium');
console.log('Starting the stand-in organisation and a browser …');
const stage = await scene({ engine: 'chromium', headful: hasDisplay });

const REP = process.env.DEMO_REP ?? inTheRace(stage.org);

await demo(stage, 'demo.png', async () => {
  await setUp(stage);
  const deal = showcase(stage.org);
  const page = await stage.signIn(REP, recordPath(deal));
  await openDock(page);
  const panel = await panelFrame(page);
  await says(panel, REP);
  console.log('Reading the deal, then learning from the closed ones …');
  await wholeAnswers(panel);
  return {
    page,
    panel,
    who: `${REP} is signed in at ${stage.org.lightning} (only this browser can reach it). Other people: change the name in\n${stage.org.loginUrl(REP)}`,
  };
});

/** The rep whose quarter is most open: nearest to five sixths of the quota. */
function inTheRace(org: Org): string {
  const rows = (table: string) => org.organisation.tables.get(table)?.rows ?? [];
  const month = Math.floor((Number(org.today.slice(5, 7)) - 1) / 3) * 3 + 1;
  const start = `${org.today.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
  const reps = rows('forecastingquota')
    .filter(({ StartDate }) => StartDate === start)
    .flatMap(({ QuotaOwnerId, QuotaAmount }) => {
      const won = rows('opportunity').filter(
        (deal) => deal.OwnerId === QuotaOwnerId && deal.IsWon === true && String(deal.CloseDate) >= start,
      );
      const name = String(rows('user').find(({ Id }) => Id === QuotaOwnerId)?.Name);
      const share = won.reduce((sum, { Amount }) => sum + Number(Amount), 0) / Number(QuotaAmount);
      return openDeals(org, name).length === 0 ? [] : [{ name, distance: Math.abs(share - 5 / 6) }];
    });
  const [first] = reps.sort((a, b) => a.distance - b.distance);
  if (!first) throw new Error(`nobody has a quota on ${org.today}`);
  return first.name;
}

/** An open deal that shows something: of some size, young enough to be alive, with people on it and mail from them. */
function showcase(org: Org): string {
  const rows = (table: string, field: string, id: unknown) =>
    org.organisation.tables.get(table)?.where(field, String(id)) ?? [];
  const worth = openDeals(org, REP).map((deal) => ({
    id: String(deal.Id),
    points:
      (deal.AccountId === null ? 0 : 4) +
      (Number(deal.Amount) > 3000 ? 3 : 0) +
      Math.min(3, rows('opportunitycontactrole', 'OpportunityId', deal.Id).length) +
      Math.min(3, rows('emailmessage', 'RelatedToId', deal.Id).filter(({ Incoming }) => Incoming === true).length) +
      (String(deal.CreatedDate) >= new Date(Date.parse(org.today) - 100 * 86_400_000).toISOString() ? 4 : 0),
  }));
  const best = worth.sort((a, b) => b.points - a.points)[0];
  if (!best) throw new Error(`${REP} has no open deals on ${org.today}`);
  return best.id;
}
