import { instantOf } from '../../../src/core/value/instant';
import { salesforce } from '../../../src/crm/salesforce/adapter';
import { DEAL } from './acme';
import { type Script, scriptedOrg } from './scripted-org';

const NOW = instantOf(Date.UTC(2026, 10, 24, 9));

/** A first look at the deal of a scripted organisation, and a second one after it. */
export async function look(script: Script) {
  const org = scriptedOrg(script);
  const reader = salesforce.reader({ host: 'acme.my.salesforce.com', secret: '00D!x' }, org.http, () => NOW);
  const facts = await reader.identify();
  if (!facts.ok) throw new Error(facts.problem.kind);
  const ref = { crm: 'salesforce', host: 'acme.lightning.force.com', kind: 'opportunity', id: DEAL } as const;
  const read = await reader.record(ref, facts.value, { dossier: null, book: null, wantBook: true });
  if (!read.ok) throw new Error(read.problem.kind);
  const { dossier, book } = read.value;
  const before = org.sent.length;
  const again = await reader.record(ref, read.value.facts, { dossier, book, wantBook: true });
  return { ...read.value, org, second: { calls: org.sent.length - before, ok: again.ok } };
}
