import { startOrg } from './start';

/** The stand-in organisation by itself, until Ctrl-C. */
const org = await startOrg();
console.log(`Stand-in organisation of ${org.today} at ${org.lightning}, through the proxy 127.0.0.1:${org.proxyPort}`);
console.log(`Sign in: ${org.loginUrl('Cecily Lampkin')}`);
process.on('SIGINT', () => void org.close().then(() => process.exit(0)));
