import { describe, expect, test } from 'vitest';
import type { Dossier } from '../../../src/core/model/dossier';
import type { RecordRef } from '../../../src/core/model/record-ref';
import { instantOf } from '../../../src/core/value/instant';
import { ifGiven, isGiven } from '../../../src/core/value/known';
import type { Http, HttpRequest } from '../../../src/crm/http';
import { salesforce } from '../../../src/crm/salesforce/adapter';
import { outcomeOf } from '../../../src/crm/salesforce/to-core/deal/opportunity';
import { ACME, DEAL } from './acme';
import { scriptedOrg } from './scripted-org';

const NOW = instantOf(Date.UTC(2026, 10, 24, 9));
const REF: RecordRef = { crm: 'salesforce', host: 'acme.lightning.force.com', kind: 'opportunity', id: DEAL };

type Answer = Readonly<{ status?: number; text: string }>;
type Part = { body?: unknown; httpStatusCode?: unknown; referenceId?: string };

/** The scripted organisation, where some answers are given otherwise. */
function behind(otherwise: (request: HttpRequest, text: string) => Answer | undefined) {
  const org = scriptedOrg(ACME);
  const sent: string[] = [];
  const http: Http = {
    async send(request) {
      sent.push(`${request.method} ${new URL(request.url).pathname}`);
      const answer = await org.http.send(request);
      return { ...answer, ...otherwise(request, answer.text) };
    },
  };
  const reader = salesforce.reader({ host: 'acme.my.salesforce.com', secret: '00D!x' }, http, () => NOW);
  return { sent, reader };
}

async function looked({ sent, reader }: ReturnType<typeof behind>) {
  const facts = await reader.identify();
  if (!facts.ok) throw new Error(facts.problem.kind);
  const read = await reader.record(REF, facts.value, { dossier: null, book: null, wantBook: true });
  if (!read.ok) throw new Error(read.problem.kind);
  return { ...read.value, sent, reader };
}

/** Which blocks of a dossier stand. */
const standing = (dossier: Dossier) =>
  Object.fromEntries(
    Object.entries(dossier).flatMap(([name, block]) =>
      typeof block === 'object' && ('value' in block || 'missing' in block)
        ? [[name, 'value' in block ? 'there' : block.missing]]
        : [],
    ),
  );

const nothing = {
  text: JSON.stringify([{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }]),
};

describe('a server that takes no composite calls', () => {
  test.each([404, 405, 501])('and says %i is asked for each thing by itself, with the same result', async (status) => {
    const there = await looked(behind(() => undefined));
    const gone = await looked(behind(({ url }) => (url.endsWith('/composite') ? { ...nothing, status } : undefined)));
    expect(gone.dossier).toEqual(there.dossier);
    expect(gone.book).toEqual(there.book);
    expect(gone.sent.filter((one) => one.startsWith('POST'))).toHaveLength(2);
  });
});

describe('parts of a call', () => {
  const changed = (name: string, change: (part: Part) => unknown) =>
    behind((_, text) => {
      const body = JSON.parse(text) as { compositeResponse?: Part[] };
      return (
        body.compositeResponse && {
          text: JSON.stringify({
            compositeResponse: body.compositeResponse.map((part) => (part.referenceId === name ? change(part) : part)),
          }),
        }
      );
    });

  test('that hold nothing, or are nothing, cost the others nothing', async () => {
    const whole = standing((await looked(behind(() => undefined))).dossier);
    for (const odd of [{ httpStatusCode: 200, referenceId: 'stages' }, null, 'x', { referenceId: 'stages' }]) {
      const { dossier } = await looked(changed('stages', () => odd));
      expect(standing(dossier)).toEqual({ ...whole, stages: 'not-readable' });
    }
  });

  test('may give their status as a text', async () => {
    const { dossier } = await looked(changed('around', (part) => ({ ...part, httpStatusCode: '200' })));
    expect(isGiven(dossier.committee)).toBe(true);
  });

  test('that hold another deal first: what hangs on this one is taken', async () => {
    const { dossier } = await looked(
      changed('around', ({ body, ...part }) => {
        const { records, ...rest } = body as { records: object[] };
        const other = { Id: '006000000000009AAA', OpportunityContactRoles: null };
        return { ...part, body: { ...rest, records: [other, ...records] } };
      }),
    );
    expect(ifGiven(dossier.committee)).toHaveLength(1);
  });

  test('whose child records go on elsewhere, where nobody answers: those alone are not read', async () => {
    const whole = standing((await looked(behind(() => undefined))).dossier);
    const { dossier } = await looked(
      changed('around', ({ body, ...part }) => {
        const { records, ...rest } = body as { records: object[] };
        const OpportunityContactRoles = {
          totalSize: 300,
          done: false,
          records: [],
          nextRecordsUrl: '/services/data/v66.0/query/01gD-200',
        };
        return { ...part, body: { ...rest, records: records.map((row) => ({ ...row, OpportunityContactRoles })) } };
      }),
    );
    expect(standing(dossier)).toEqual({ ...whole, committee: 'hidden' });
  });
});

describe('whose session it is', () => {
  const ids = { user_id: '005000000000001', organization_id: '00D000000000001EAA' };
  const root = /\/services\/data\/v[\d.]+\/$/;

  test('tells the authorisation server where the root of the API does not', async () => {
    for (const rootless of [
      { text: '{}' },
      { text: '{"identity":"https://login.salesforce.com/id/x/y"}' },
      { ...nothing, status: 404 },
    ]) {
      const { reader, sent } = behind(({ url }) => {
        if (url.endsWith('/userinfo')) return { status: 200, text: JSON.stringify(ids) };
        if (url.endsWith('/services/data/')) return { status: 200, text: '[{"version":"66.0"}]' };
        return root.test(url) ? rootless : undefined;
      });
      expect(await reader.identify()).toMatchObject({
        value: { user: '005000000000001AAA', organisation: '00D000000000001EAA' },
      });
      expect(sent.at(-1)).toBe('GET /services/oauth2/userinfo');
    }
  });

  test('and where neither does, it is not the CRM', async () => {
    for (const info of [{ ...nothing, status: 404 }, { text: '{}' }, { status: 200, text: '<html>' }]) {
      const { reader } = behind(({ url }) =>
        url.endsWith('/userinfo') ? info : root.test(url) ? { text: '{}' } : undefined,
      );
      expect(await reader.identify()).toMatchObject({ problem: { kind: 'not-the-crm' } });
    }
  });
});

describe('ids', () => {
  test('of fifteen characters are the same as those of eighteen', async () => {
    const short = (text: string) => text.replace(/"([0-9a-zA-Z]{3}0{8}[0-9]{4})[A-Z]AA"/g, '"$1"');
    const whole = await looked(behind(() => undefined));
    const { dossier, book } = await looked(
      behind(({ url }, text) => (url.endsWith('/composite') ? { text: short(text) } : undefined)),
    );
    const bare = (value: unknown) =>
      JSON.parse(JSON.stringify(value, (name, one) => (name === 'source' ? undefined : one)));
    expect(bare(dossier)).toEqual(bare(whole.dossier));
    expect(bare(book)).toEqual(bare(whole.book));
  });

  test('that come twice are one record', async () => {
    const whole = await looked(behind(() => undefined));
    const { book, dossier } = await looked(
      behind(({ url }, text) => {
        if (!url.endsWith('/composite')) return undefined;
        const twice = JSON.parse(text, (name, value) =>
          name === 'records' && Array.isArray(value) ? [...value, ...value] : value,
        );
        return { text: JSON.stringify(twice) };
      }),
    );
    expect(book).toEqual(whole.book);
    expect({ ...dossier, family: null }).toEqual({ ...whole.dossier, family: null });
  });
});

describe('a copy of the records without the flags of their end', () => {
  // As Salesforce's own sample deals are exported: stage, probability and forecast category, and no flags.
  test.each([
    [{ StageName: 'Closed Won', Probability: 100, ForecastCategoryName: 'Closed' }, 'won'],
    [{ StageName: 'Perception Analysis', Probability: 70, ForecastCategoryName: 'Pipeline' }, 'open'],
    [{ StageName: 'Closed Lost', Probability: 0, ForecastCategoryName: 'Omitted' }, 'lost'],
    [{ StageName: 'Aufgegeben', Probability: 0, ForecastCategory: 'Omitted' }, 'lost'],
    [{ StageName: 'Gewonnen', Probability: 100, ForecastCategory: 'Closed' }, 'won'],
  ])('%o is %s', (row, outcome) => {
    expect(outcomeOf(row)).toBe(outcome);
    expect(outcomeOf({ ...row, IsClosed: false, IsWon: false })).toBe('open');
  });

  test('and without a stage is none', () => {
    expect(outcomeOf({ Name: 'x' })).toBeUndefined();
  });
});
