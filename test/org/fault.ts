/** An error as the API words it: a status, a code and a message. */
export class Fault extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly fields: readonly string[] | undefined = undefined,
  ) {
    super(message);
  }

  /** The body of the answer: a list, as every REST resource gives it. */
  body(): unknown {
    return [{ message: this.message, errorCode: this.code, ...(this.fields && { fields: this.fields }) }];
  }
}

export const invalidField = (column: string, entity: string, soql = '') =>
  new Fault(
    400,
    'INVALID_FIELD',
    `${soql === '' ? '' : `\n${soql}\n^\nERROR at Row:1:Column:8\n`}No such column '${column}' on entity '${entity}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`,
  );

export const invalidType = (name: string) =>
  new Fault(
    400,
    'INVALID_TYPE',
    `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.`,
  );

export const notFound = (message = 'The requested resource does not exist') => new Fault(404, 'NOT_FOUND', message);
export const malformedQuery = (message: string) => new Fault(400, 'MALFORMED_QUERY', message);
