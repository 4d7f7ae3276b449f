import type { Rep } from '../../../core/model/person';
import type { Row } from '../api/rows';
import { recordId } from '../ids';

/** The roles below one, at any depth. A role that is its own ancestor is walked once. */
export function rolesBelow(rows: readonly Row[], role: string): string[] {
  const under = new Map<string, string[]>();
  for (const row of rows) {
    const [id, parent] = [recordId(row.Id), recordId(row.ParentRoleId)];
    if (id === undefined || parent === undefined) continue;
    const held = under.get(parent);
    if (held) held.push(id);
    else under.set(parent, [id]);
  }
  const found = new Set<string>();
  const open = [...(under.get(role) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === role || found.has(next)) continue;
    found.add(next);
    open.push(...(under.get(next) ?? []));
  }
  return [...found].sort();
}

/** Users as reps, each once, by name; without the one who manages them. */
export function repsOf(rows: readonly Row[], manager: string): Rep[] {
  const byId = new Map<string, Rep>();
  for (const row of rows) {
    const id = recordId(row.Id);
    if (id === undefined || id === manager) continue;
    byId.set(id, { id, name: typeof row.Name === 'string' && row.Name !== '' ? row.Name : id });
  }
  return [...byId.values()].sort((a, b) => (a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? -1 : 1));
}
