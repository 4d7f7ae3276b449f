import { recordId } from '../id';
import type { Row } from '../table';
import { instant } from './calendar';
import type { Maven } from './maven';

export const ORGANISATION = recordId('00D', 1);
const ADMINISTRATORS = recordId('00e', 1);
const SALES = recordId('00e', 2);
export const TIME_ZONE = 'America/New_York';

/** Reps, managers and an administrator as users, with the role tree of the six teams. */
export function people(
  maven: Maven,
  since: string,
): { readonly users: Row[]; readonly roles: Row[]; readonly userId: (name: string) => string } {
  const managers = [...new Set(maven.reps.map(({ manager }) => manager))];
  const names = [...managers, ...maven.reps.map(({ name }) => name), 'Ada Admin'];
  const ids = new Map(names.map((name, index) => [name, recordId('005', index + 1)]));
  const userId = (name: string) => ids.get(name) ?? '';
  const managerRole = (manager: string) => recordId('00E', managers.indexOf(manager) * 2 + 2);
  const teamRole = (manager: string) => recordId('00E', managers.indexOf(manager) * 2 + 3);
  const system = {
    IsDeleted: false,
    CreatedDate: instant(since),
    LastModifiedDate: instant(since),
    SystemModstamp: instant(since),
  };
  const top = recordId('00E', 1);
  const role = (Id: string, Name: string, ParentRoleId: string | null, ForecastUserId: string | null): Row => ({
    Id,
    Name,
    DeveloperName: Name.replace(/\W+/g, '_'),
    ParentRoleId,
    ForecastUserId,
    MayForecastManagerShare: false,
    PortalType: 'None',
    ...system,
  });
  const regionOf = (manager: string) => maven.reps.find((rep) => rep.manager === manager)?.region ?? '';
  const roles = [
    role(top, 'Sales', null, null),
    ...managers.flatMap((manager) => [
      role(managerRole(manager), `Sales Manager ${manager}`, top, userId(manager)),
      role(teamRole(manager), `Sales ${regionOf(manager)}, team of ${manager}`, managerRole(manager), null),
    ]),
  ];
  const user = (name: string, more: Row): Row => {
    const [first = '', ...rest] = name.split(' ');
    const handle = name.toLowerCase().replace(/[^a-z]+/g, '.');
    return {
      Id: userId(name),
      Name: name,
      FirstName: first,
      LastName: rest.join(' '),
      Username: `${handle}@acme.example`,
      Email: `${handle}@acme.example`,
      IsActive: true,
      Title: null,
      Department: 'Sales',
      UserRoleId: null,
      ManagerId: null,
      ForecastEnabled: true,
      TimeZoneSidKey: TIME_ZONE,
      LocaleSidKey: 'en_US',
      UserType: 'Standard',
      ProfileId: name === 'Ada Admin' ? ADMINISTRATORS : SALES,
      ...system,
      ...more,
    };
  };
  const users = [
    ...managers.map((manager) => user(manager, { Title: 'Sales Manager', UserRoleId: managerRole(manager) })),
    ...maven.reps.map(({ name, manager, region }) =>
      user(name, {
        Title: 'Account Executive',
        Department: `Sales ${region}`,
        UserRoleId: teamRole(manager),
        ManagerId: userId(manager),
      }),
    ),
    user('Ada Admin', { Title: 'Administrator', Department: 'Operations', UserRoleId: top, ForecastEnabled: false }),
  ];
  return { users, roles, userId };
}
