import { randomBytes } from 'node:crypto';
import tls from 'node:tls';
import 'reflect-metadata';
import * as x509 from '@peculiar/x509';

const ECDSA = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
};

async function exportPem(key: CryptoKey): Promise<string> {
  return x509.PemConverter.encode(await crypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY');
}

export type ServerCertificate = { ca: string; certificate: string; key: string };

/** A certificate for localhost and 127.0.0.1 under a CA of its own. */
export async function makeCertificate({ algorithm = 'ecdsa' } = {}): Promise<ServerCertificate> {
  const keys = await crypto.subtle.generateKey(ECDSA, true, ['sign', 'verify']);
  const kind = algorithm === 'rsa' ? RSA : ECDSA;
  const serverKeys = await crypto.subtle.generateKey(kind, true, ['sign', 'verify']);
  const validity = { notBefore: new Date(Date.now() - 60_000), notAfter: new Date(Date.now() + 86_400_000) };
  const ca = await x509.X509CertificateGenerator.createSelfSigned({
    ...validity,
    serialNumber: randomBytes(8).toString('hex'),
    name: `CN=Test CA ${randomBytes(4).toString('hex')}`,
    keys,
    signingAlgorithm: ECDSA,
    extensions: [new x509.BasicConstraintsExtension(true, 0, true)],
  });
  const certificate = await x509.X509CertificateGenerator.create({
    ...validity,
    serialNumber: randomBytes(8).toString('hex'),
    subject: 'CN=localhost',
    issuer: ca.subject,
    publicKey: serverKeys.publicKey,
    signingKey: keys.privateKey,
    signingAlgorithm: ECDSA,
    extensions: [
      new x509.SubjectAlternativeNameExtension([
        { type: 'dns', value: 'localhost' },
        { type: 'ip', value: '127.0.0.1' },
      ]),
    ],
  });
  const pem = (part: x509.X509Certificate) => part.toString('pem');
  return { ca: pem(ca), certificate: pem(certificate), key: await exportPem(serverKeys.privateKey) };
}

/** For this process, as NODE_EXTRA_CA_CERTS does at its start. */
export const trust = (ca: string): void =>
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), ca]);
