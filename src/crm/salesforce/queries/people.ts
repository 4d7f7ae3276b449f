import type { Select } from '../api/soql';
import { list, literal } from '../api/soql';

const FIELDS = ['Id', 'Name'];

/** People below somebody that one look takes in. */
const MOST_BELOW = 500;

/** Roles of an organisation that one look takes in: what one answer holds. */
const MOST_ROLES = 2000;

/** A query goes up five relations at most. */
const LEVELS = 6;

/** Active users under a manager, by the manager that each user names, and theirs. */
export function managedBy(user: string): Select {
  const above = Array.from({ length: LEVELS }, (_, n) => `${'Manager.'.repeat(n)}ManagerId = ${literal(user)}`);
  return {
    object: 'User',
    fields: FIELDS,
    rest: `WHERE IsActive = true AND (${above.join(' OR ')})`,
    order: { field: 'Name', text: 'Name, Id' },
    limit: MOST_BELOW,
    optional: true,
  };
}

/** The organisation's roles: each names the one above it. */
export const ROLES: Select = {
  object: 'UserRole',
  fields: ['Id', 'ParentRoleId'],
  rest: '',
  limit: MOST_ROLES,
  optional: true,
};

/** Active users in some roles. */
export function inRoles(roles: readonly string[]): Select {
  return {
    object: 'User',
    fields: FIELDS,
    rest: `WHERE IsActive = true AND UserRoleId IN ${list(roles.slice(0, MOST_ROLES))}`,
    order: { field: 'Name', text: 'Name, Id' },
    limit: MOST_BELOW,
    optional: true,
  };
}
