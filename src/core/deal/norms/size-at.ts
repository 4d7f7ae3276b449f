/** Which of the sizes an amount is; `undefined` where it is unknown. */
export function sizeAt(sizeEdges: readonly number[], amount: number | null | undefined): number | undefined {
  if (amount === null || amount === undefined) return undefined;
  const above = sizeEdges.findIndex((edge) => amount < edge);
  return above < 0 ? sizeEdges.length : above;
}
