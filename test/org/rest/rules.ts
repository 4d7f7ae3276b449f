import { Fault } from '../fault';
import { OBJECTS } from '../schema';
import type { Row, Table } from '../table';
import type { Call } from './api';

/** Without which a record cannot be made. Fields that the API fills in by itself are not among them. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  Opportunity: ['Name', 'StageName', 'CloseDate'],
  Account: ['Name'],
  Contact: ['LastName'],
  OpportunityContactRole: ['OpportunityId', 'ContactId'],
};

/** The longest text a field takes; 255 unless named. */
const LENGTHS: Readonly<Record<string, number>> = {
  'Opportunity.Name': 120,
  'Opportunity.Description': 32_000,
  'Task.Description': 32_000,
  'Account.Description': 32_000,
};
const LENGTH = 255;
export const lengthOf = (object: string, field: string): number => LENGTHS[`${object}.${field}`] ?? LENGTH;

/** Values of picklists: a restricted one takes no other. */
export function picklist(call: Pick<Call, 'organisation'>, object: string, field: string): readonly string[] {
  const stages = () => call.organisation.tables.get('opportunitystage')?.rows ?? [];
  switch (`${object}.${field}`) {
    case 'Opportunity.StageName':
      return stages().map(({ ApiName }) => String(ApiName));
    case 'Opportunity.ForecastCategoryName':
      return ['Omitted', 'Pipeline', 'Best Case', 'Commit', 'Closed'];
    case 'Task.Status':
      return ['Not Started', 'In Progress', 'Completed', 'Waiting on someone else', 'Deferred'];
    case 'Task.Priority':
      return ['High', 'Normal', 'Low'];
    case 'OpportunityContactRole.Role':
      return [
        'Business User',
        'Decision Maker',
        'Economic Buyer',
        'Economic Decision Maker',
        'Evaluator',
        'Executive Sponsor',
        'Influencer',
        'Technical Buyer',
        'Other',
      ];
    default:
      return [];
  }
}

export const isRestricted = (object: string, field: string): boolean => object === 'Opportunity' && field !== 'Type';

/** Refuses what Salesforce refuses of values to be written. @throws {Fault} the refusal, as the API words it */
export function check(call: Call, table: Table, changes: Row, row: Row | undefined): void {
  const object = table.object.name;
  const missing = (REQUIRED[object] ?? []).filter((name) =>
    row === undefined ? (changes[name] ?? '') === '' : name in changes && (changes[name] ?? '') === '',
  );
  if (missing.length > 0)
    throw new Fault(400, 'REQUIRED_FIELD_MISSING', `Required fields are missing: [${missing.join(', ')}]`, missing);
  for (const [name, value] of Object.entries(changes)) {
    const field = table.field(name);
    if (typeof value === 'string' && field?.type === 'string' && value.length > lengthOf(object, name))
      throw new Fault(
        400,
        'STRING_TOO_LONG',
        `${field.label}: data value too large: ${value.slice(0, 60)} (max length=${lengthOf(object, name)})`,
        [name],
      );
    if (typeof value === 'string' && field?.type === 'date' && !/^\d{4}-\d{2}-\d{2}$/.test(value))
      throw new Fault(400, 'JSON_PARSER_ERROR', `Cannot deserialize instance of date from VALUE_STRING value ${value}`);
    const values = field?.type === 'picklist' && isRestricted(object, name) ? picklist(call, object, name) : [];
    if (typeof value === 'string' && values.length > 0 && !values.includes(value))
      throw new Fault(
        400,
        'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
        `${field?.label}: bad value for restricted picklist field: ${value}`,
        [name],
      );
    if (field?.type === 'reference' && typeof value === 'string') {
      const home = (field.targets ?? []).find((one) => value.startsWith(OBJECTS.get(one.toLowerCase())?.prefix ?? '?'));
      if (!/^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?$/.test(value) || home === undefined)
        throw new Fault(400, 'MALFORMED_ID', `${field.label}: id value of incorrect type: ${value}`, [name]);
    }
  }
  const rule = call.switches.validation;
  if (rule !== null && rule.object === object && rule.fields.some((name) => name in changes))
    throw new Fault(400, 'FIELD_CUSTOM_VALIDATION_EXCEPTION', rule.message, rule.fields);
  const id = String(row?.Id ?? '');
  if (row !== undefined && (call.switches.readOnly.has(id) || call.switches.readOnly.has(`${call.userId}/${id}`)))
    throw new Fault(400, 'INSUFFICIENT_ACCESS_OR_READONLY', `insufficient access rights on object id`, []);
}
