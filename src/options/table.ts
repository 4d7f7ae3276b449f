import type { FileRow } from '../core/pay/cross-check/statement-file';

/** The rows of comma, semicolon or tab separated values. The reader of tables comes when the first file is chosen. */
export async function tableOf(text: string): Promise<readonly FileRow[]> {
  const { default: papa } = await import('papaparse');
  const { data } = papa.parse<Record<string, unknown>>(text, { header: true, skipEmptyLines: 'greedy' });
  return data.map((row) =>
    Object.fromEntries(Object.entries(row).flatMap(([name, cell]) => (typeof cell === 'string' ? [[name, cell]] : []))),
  );
}
