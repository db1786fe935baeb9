/**
 * Creates a temporary certificate authority and one server certificate for all lab hosts, in memory, at each start.
 * Nothing is written to disk and the authority's private key never leaves this function, so that nobody can sign
 * anything else with it.
 */
import "./reflect-metadata.ts";
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from "@peculiar/x509";
import { createHash, webcrypto } from "node:crypto";
import { labHosts, publicHost } from "./hosts.ts";

/** What a browser or a test client needs to trust the lab. */
export interface LabCertificates {
  readonly caCertificatePem: string;
  /** The same certificate, DER in base64: what Firefox's policies and CDP-like APIs take. */
  readonly caCertificateBase64: string;
  /** Of the *server's* key, for Chromium's `--ignore-certificate-errors-spki-list`. */
  readonly spkiSha256Base64: string;
}

/** What the https server needs; the key stays inside the lab. */
export interface ServerIdentity {
  readonly certificatePem: string;
  readonly privateKeyPem: string;
}

const dayMs = 24 * 60 * 60 * 1000;
const keyAlgorithm = { name: "ECDSA", namedCurve: "P-256" };
const signingAlgorithm = { name: "ECDSA", hash: "SHA-256" };

/** Wildcards only below our own sites: browsers refuse `*.test` and `*.dev`. */
const sites = labHosts.filter((host) => host.split(".").length === 2);
const dnsNames = ["localhost", publicHost, ...labHosts, ...sites.map((site) => `*.${site}`)];
const ipAddresses = ["127.0.0.1", "::1"];

export async function createCertificates(): Promise<{
  certificates: LabCertificates;
  server: ServerIdentity;
}> {
  // From yesterday, because the clock of a container or a phone may lag.
  const validity = {
    notBefore: new Date(Date.now() - dayMs),
    notAfter: new Date(Date.now() + 7 * dayMs),
    signingAlgorithm,
  };
  const [caKeys, serverKeys] = await Promise.all([createKeys(), createKeys()]);

  const ca = await X509CertificateGenerator.createSelfSigned({
    ...validity,
    name: "CN=Redirect lab temporary CA",
    keys: caKeys,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(caKeys.publicKey),
    ],
  });
  const server = await X509CertificateGenerator.create({
    ...validity,
    subject: "CN=shop.test",
    issuer: ca.subjectName,
    publicKey: serverKeys.publicKey,
    signingKey: caKeys.privateKey,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension([
        ...dnsNames.map((value) => ({ type: "dns" as const, value })),
        ...ipAddresses.map((value) => ({ type: "ip" as const, value })),
      ]),
      await SubjectKeyIdentifierExtension.create(serverKeys.publicKey),
      await AuthorityKeyIdentifierExtension.create(caKeys.publicKey),
    ],
  });

  const spki = await webcrypto.subtle.exportKey("spki", serverKeys.publicKey);
  const pkcs8 = await webcrypto.subtle.exportKey("pkcs8", serverKeys.privateKey);
  return {
    certificates: {
      caCertificatePem: ca.toString("pem"),
      caCertificateBase64: ca.toString("base64"),
      spkiSha256Base64: createHash("sha256").update(Buffer.from(spki)).digest("base64"),
    },
    server: {
      certificatePem: server.toString("pem"),
      privateKeyPem: pem("PRIVATE KEY", Buffer.from(pkcs8)),
    },
  };
}

async function createKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(keyAlgorithm, true, ["sign", "verify"]);
}

function pem(label: string, der: Buffer): string {
  const lines = der.toString("base64").match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ""].join("\n");
}
