import { obstacle, TRYTON } from '../tryton/server';
import { build } from './build';
import { demo, hasDisplay } from './demo';
import { says, wholeAnswers } from './scene';
import { figuresOf, lastDay } from './tryton-figures';
import { connectSite, dockedPanel, setGoals, trytonScene } from './tryton-scene';

/** The demo in a real Tryton: the server, a browser with the extension, and an opportunity of the rep who is signed in. */
const LOGIN = process.env.DEMO_REP ?? 'goran';
const QUOTA = 250_000;

const why = obstacle();
if (why !== null) {
  console.error(`Tryton cannot be started: ${why}.`);
  process.exit(1);
}
console.log('Building the extension …');
build('chromium');
console.log('Starting Tryton and a browser; the first time its database is filled, which takes a minute …');
const stage = await trytonScene({ engine: 'chromium', headful: hasDisplay });

await demo(stage, 'tryton.png', async () => {
  const { employees, deals, quarter } = await figuresOf(stage.tryton);
  const rep = employees.find(({ name }) => name.toLowerCase().startsWith(LOGIN));
  const [deal] = deals.filter(({ employee, state }) => employee === rep?.id && state === 'opportunity');
  if (!rep || !deal) throw new Error(`${LOGIN} has no open opportunity`);
  await connectSite(stage);
  const goals = employees.map(({ name }) => `${name},Bookings,${quarter},${lastDay(quarter)},${QUOTA},USD`);
  await setGoals(stage, goals, 'Account executive');
  const page = await stage.open(LOGIN, Number(deal.id));
  const panel = await dockedPanel(page);
  await says(panel, rep.name);
  console.log('Reading the deal, then learning from the closed ones …');
  await wholeAnswers(panel);
  return {
    page,
    panel,
    who: `${rep.name} is signed in at ${stage.tryton.url}. Others: anton, bea, chidi, dora, emil, farah, goran; mara, who manages them; their password is ${TRYTON.password}`,
  };
});
