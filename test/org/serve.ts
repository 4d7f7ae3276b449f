import { type Features, PLAIN } from './features';
import { startOrg } from './start';

/**
 * The stand-in organisation by itself, until Ctrl-C. `ORG_FEATURES=splits,teams` switches features on, `ORG_SIZE=1000000` makes it
 * as large, `ORG_TODAY=2026-11-24` sets its day.
 */
const wanted = (process.env.ORG_FEATURES ?? '').split(',').filter((name): name is keyof Features => name in PLAIN);
const org = await startOrg({
  features: Object.fromEntries(wanted.map((name) => [name, true])),
  ...(process.env.ORG_SIZE !== undefined && { size: Number(process.env.ORG_SIZE) }),
  ...(wanted.includes('multiCurrency') && { currencies: 'many' as const }),
});
console.log(`Stand-in organisation of ${org.today} at ${org.lightning}, through the proxy 127.0.0.1:${org.proxyPort}`);
console.log(`Sign in: ${org.loginUrl('Cecily Lampkin')}`);
process.on('SIGINT', () => void org.close().then(() => process.exit(0)));
