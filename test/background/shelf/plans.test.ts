import { expect, test } from 'vitest';
import { shippedPlans } from '../../../src/background/shelf/plans';

test('a plan that comes with the extension is fetched once, not at every look', async () => {
  const fetched: string[] = [];
  const shipped = shippedPlans(async (path) => {
    fetched.push(path);
    return new Response(`text of ${path}`);
  });
  const first = await shipped();
  expect(await shipped()).toEqual(first);
  expect(first.map(({ fileName, text }) => [fileName, text])).toContainEqual([
    'new-hire.json',
    'text of plans/new-hire.json',
  ]);
  expect(fetched).toHaveLength(first.length);
});

test('one that could not be fetched is left out, and fetched again the next time', async () => {
  let isBroken = true;
  const shipped = shippedPlans(async (path) => {
    if (isBroken && path.includes('new-hire')) throw new TypeError('Failed to fetch');
    if (isBroken && path.includes('sales-manager')) return new Response('gone', { status: 404 });
    return new Response('{}');
  });
  const names = async () => (await shipped()).map(({ fileName }) => fileName);
  expect(await names()).toEqual(['account-executive.json', 'year-to-date.json']);
  isBroken = false;
  expect(await names()).toEqual(['account-executive.json', 'sales-manager.json', 'new-hire.json', 'year-to-date.json']);
});
