/** A record's id as the rest of Goalside knows it: the database is part of it. @example recordId('goalside', 400) // 'goalside.400' */
export function recordId(database: string, id: number): string {
  return `${database}.${id}`;
}

/** The database's own number of a record. */
export function numberIn(id: string): number {
  return Number(id.slice(id.lastIndexOf('.') + 1));
}

/** The database of a place. @example databaseIn('erp:8069#sales') // 'sales' */
export function databaseIn(place: string): string {
  return place.slice(place.indexOf('#') + 1);
}
