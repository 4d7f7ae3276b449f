import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { trytonPages } from '../../../src/crm/tryton/page';

const { relay } = trytonPages;
const PATH = '/goalside/';
/** What goes out; nothing where the question is refused, or cannot even be looked at. */
const posted = (path: string, asked: Record<string, unknown>) => {
  try {
    return relay?.question(path, asked);
  } catch {
    return undefined;
  }
};
const ask = (method: unknown, params: unknown = []) => ({ id: 7, method, params });

describe('what may be asked through a page', () => {
  test.each([
    'common.server.version',
    'model.res.user.get_preferences',
    'model.sale.opportunity.search_read',
    'model.sale.opportunity.search_count',
    'model.sale.opportunity.search',
    'model.sale.opportunity.read',
    'model.sale.opportunity.fields_get',
    'model.sale.opportunity.history_revisions',
    'model.party.relation.all.search_read',
    'model.account.invoice.line.read',
    'model.commission.search_read',
  ])('%s', (method) => {
    expect(posted(PATH, ask(method, [[35]]))).toBe(JSON.stringify({ id: 0, method, params: [[35]] }));
  });

  test.each([
    'model.sale.opportunity.write',
    'model.sale.opportunity.create',
    'model.sale.opportunity.delete',
    'model.sale.opportunity.copy',
    'model.sale.opportunity.convert',
    'model.sale.opportunity.lost',
    'model.sale.opportunity.won',
    'model.sale.opportunity.read.write',
    'model.sale.opportunity.search_read\nmodel.sale.opportunity.write',
    'model.sale.opportunity.export_data',
    'model.res.user.set_preferences',
    'model.res.user.read',
    'model.res.user.search_read',
    'model.ir.attachment.read',
    'model.ir.model.access.read',
    'wizard.sale.opportunity.convert_opportunity.create',
    'report.sale.sale.execute',
    'common.db.login',
    'common.db.logout',
    'common.db.list',
    'common.server.version.',
    'xmodel.sale.sale.read',
    'MODEL.SALE.SALE.READ',
    'model.sale.__class__.read',
    '',
    null,
    undefined,
    7,
    { toString: 'model.sale.sale.read' },
  ])('never %j', (method) => {
    expect(posted(PATH, ask(method))).toBeUndefined();
  });

  test.each([
    '/',
    '//goalside/',
    '//evil.example/goalside/',
    'https://evil.example/goalside/',
    '/goalside',
    '/goalside/bus',
    '/goalside/?x=1',
    '/goalside/../other/',
    '/goal%2Fside/',
    '/goalside/\n/evil/',
    '/\\evil.example/',
    `/${'g'.repeat(51)}/`,
    '',
  ])('never at %j', (path) => {
    expect(posted(path, ask('model.sale.opportunity.read'))).toBeUndefined();
  });

  test('what is posted holds what was looked at and nothing else', () => {
    const more = { ...ask('model.sale.sale.read'), context: { _user: 1 }, __proto__: { method: 'x' } };
    expect(posted(PATH, more)).toBe('{"id":0,"method":"model.sale.sale.read","params":[]}');
    for (const params of [null, {}, 'x', 0, undefined]) {
      expect(posted(PATH, { method: 'model.sale.sale.read', params })).toBeUndefined();
    }
  });

  test('whatever comes, nothing but a reading method goes out', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (path, method) => {
        const out = posted(path, ask(method));
        if (out !== undefined) expect(method).toMatch(/(search|search_read|search_count|read|fields_get|version)$/);
      }),
    );
  });
});

describe('the session of a page', () => {
  const kept = (content: unknown) => (key: string) =>
    key === 'sao_session_goalside' ? (typeof content === 'string' ? content : JSON.stringify(content)) : null;

  test('is the one of the database that is asked, as the header that Tryton wants', () => {
    const session = relay?.session(PATH, kept({ login: 'béa', user_id: 4, session: 'ab12' }));
    expect(session).toEqual({
      login: 'béa',
      user: '4',
      authorization: `Session ${Buffer.from('béa:4:ab12', 'utf8').toString('base64')}`,
    });
    expect(relay?.session('/other/', kept({ login: 'bea', user_id: 4, session: 'ab12' }))).toBeUndefined();
  });

  test('is none where nobody is signed in', () => {
    expect(relay?.session(PATH, () => null)).toBeFalsy();
    expect(relay?.session(PATH, kept({ login: 'bea', user_id: 4 }))).toBeFalsy();
  });
});
