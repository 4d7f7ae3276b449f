import type { SObject } from '../schema';
import type { Call } from './api';

/** What describe says of an object to one user: only the fields that this user sees. */
export function describe(object: SObject, { sight, root }: Call): unknown {
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
        picklistValues: [],
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
