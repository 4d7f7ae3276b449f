import type { SObject } from '../schema';
import { type Answer, good } from './answer';
import type { Call } from './api';
import { isRestricted, lengthOf, picklist } from './rules';

/** What each user was told of each object, and since when that holds. */
export type Described = Map<string, { readonly text: string; readonly since: number }>;

/**
 * What describe says of an object to one user: only the fields that this user sees. Whoever knows it from after its last change
 * is told so, and no more: 304.
 */
export function describe(object: SObject, call: Call, knownSince: string | undefined, told: Described): Answer {
  const body = described(object, call);
  const text = JSON.stringify(body);
  const key = `${call.userId}/${object.name}`;
  const before = told.get(key);
  // Headers count in seconds.
  const now = Math.floor(Date.parse(call.now()) / 1000) * 1000;
  const since = before?.text === text ? before.since : before === undefined ? now - A_DAY : now;
  told.set(key, { text, since });
  const headers = { 'last-modified': new Date(since).toUTCString() };
  if (knownSince !== undefined && since <= Date.parse(knownSince)) return { status: 304, headers };
  return { ...good(body), headers };
}

const A_DAY = 86_400_000;

function described(object: SObject, call: Call): unknown {
  const { sight, root } = call;
  return {
    name: object.name,
    label: object.label,
    labelPlural: `${object.label.replace(/y$/, 'ie')}s`,
    keyPrefix: object.prefix,
    custom: false,
    queryable: true,
    createable: true,
    updateable: object.fields.some(({ updateable }) => updateable),
    deletable: true,
    fields: object.fields
      .filter(({ name }) => sight.seesField(object.name, name))
      .map(({ name, label, type, targets, relation, updateable }) => ({
        name,
        label,
        type,
        custom: false,
        filterable: true,
        sortable: true,
        groupable: type !== 'datetime',
        nillable: name !== 'Id',
        createable: updateable,
        updateable,
        referenceTo: targets ?? [],
        relationshipName: relation ?? null,
        length: type === 'string' ? lengthOf(object.name, name) : 0,
        restrictedPicklist: type === 'picklist' && isRestricted(object.name, name),
        picklistValues: picklist(call, object.name, name).map((value) => ({
          value,
          label: value,
          active: true,
          defaultValue: false,
        })),
      })),
    childRelationships: Object.entries(object.children)
      .filter(([, child]) => sight.seesObject(child.object))
      .map(([relationshipName, child]) => ({
        relationshipName,
        childSObject: child.object,
        field: child.field,
        cascadeDelete: false,
      })),
    recordTypeInfos: [],
    urls: {
      sobject: `${root}/sobjects/${object.name}`,
      describe: `${root}/sobjects/${object.name}/describe`,
      rowTemplate: `${root}/sobjects/${object.name}/{ID}`,
    },
  };
}
