import selfsigned from 'selfsigned';

/**
 * A certificate of our own for the real host names; browsers are told to accept it. Made anew at every start: node has no way to
 * make one itself, and a machine need not have openssl.
 */
export async function certificate(hosts: readonly string[]): Promise<{ readonly key: string; readonly cert: string }> {
  const made = await selfsigned.generate([{ name: 'commonName', value: hosts[0] ?? 'localhost' }], {
    keySize: 2048,
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames: hosts.map((value) => ({ type: 2, value })) }],
  });
  return { key: made.private, cert: made.cert };
}
