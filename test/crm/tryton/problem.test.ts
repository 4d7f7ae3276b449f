import { describe, expect, test } from 'vitest';
import type { Http } from '../../../src/crm/http';
import { apiClient } from '../../../src/crm/tryton/api/client';
import { faultOf } from '../../../src/crm/tryton/api/problem';
import { AS_OF, answering } from './exchanges';

describe("the server's refusals, as they were captured", () => {
  test.each([
    ['no session', { kind: 'signed-out' }],
    ['dead session', { kind: 'signed-out' }],
    ['no password', { kind: 'signed-out' }],
    ['not allowed', { kind: 'hidden' }],
    ['not there', { kind: 'not-found' }],
    ['no such model', { kind: 'feature-off' }],
    ['no such method', { kind: 'feature-off' }],
    ['unknown field', { kind: 'feature-off' }],
    ['stale', { kind: 'conflict' }],
    ['too many', { kind: 'rate-limited', until: null }],
    ['server error', { kind: 'offline' }],
  ])('%s', async (name, problem) => {
    expect(await answering(name).call('model.sale.opportunity.read', [])).toEqual({ ok: false, problem });
  });

  test('a database that is gone is said in the words of the server, without its paths', async () => {
    const answer = await answering('no database').call('model.sale.opportunity.read', []);
    expect(answer).toMatchObject({ ok: false, problem: { kind: 'invalid' } });
    expect(JSON.stringify(answer)).toContain("doesn't exist");
    expect(faultOf(["Database '/var/lib/tryton/secret.sqlite' doesn't exist!", ''])).toEqual({
      kind: 'invalid',
      words: "Database '…' doesn't exist!",
    });
  });

  test('a value that was refused is said in the words of the server', async () => {
    const answer = await answering('refused').call('model.sale.opportunity.read', []);
    expect(answer).toMatchObject({
      ok: false,
      problem: { kind: 'invalid', words: expect.stringContaining('Conversion Probability') },
    });
  });

  test('rights are told from records by what is named, in any language', () => {
    const refused = (words: string) => faultOf(['UserError', [words, '', null]]).kind;
    expect(refused('Vous n’êtes pas autorisé à accéder à « Opportunité ».')).toBe('hidden');
    expect(refused('Sie dürfen die Datensätze "400" von "Verkaufschance" nicht lesen.')).toBe('not-found');
  });

  test('a page in place of an answer, a redirect, silence, and another shape', async () => {
    const through = (send: Http['send']) =>
      apiClient('erp#sales', { send }, () => AS_OF).call('common.server.version', []);
    const answer = (status: number, text: string) => through(async () => ({ status, text, headers: {} }));
    expect(await answer(200, '<!doctype html><title>Sign in</title>')).toMatchObject({
      problem: { kind: 'not-the-crm' },
    });
    expect(await answer(0, '')).toMatchObject({ problem: { kind: 'not-the-crm' } });
    for (const text of ['null', '[]', '{}', '"6.0"', '{"error":"x"}', '{"error":[]}']) {
      expect(await answer(200, text), text).toMatchObject({ problem: { kind: 'not-the-crm' } });
    }
    expect(await through(() => Promise.reject(new Error('no way')))).toMatchObject({ problem: { kind: 'offline' } });
  });
});
