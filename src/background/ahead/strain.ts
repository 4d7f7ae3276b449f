import type { HttpResponse } from '../../crm/http';
import type { CrmAdapter, Strain } from '../../crm/port';

/** How hard pressed a CRM is, by what any of the adapters makes of its answer. */
export function strainOf(
  adapters: Readonly<Record<string, Pick<CrmAdapter, 'strain'>>>,
  response: HttpResponse,
): Strain {
  const told = Object.values(adapters).flatMap(({ strain }) => strain?.(response) ?? []);
  const pauses = told.flatMap(({ pause }) => pause ?? []);
  return {
    usage: told.find(({ usage }) => usage !== null)?.usage ?? null,
    busy: response.status === 429 || response.status === 503 || told.some(({ busy }) => busy),
    pause: pauses.length > 0 ? Math.max(...pauses) : null,
  };
}
