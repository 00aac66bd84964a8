import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';

/** What a device would be told to lie about. */
export type Lies = {
  readonly origin?: string;
  readonly host?: string;
  /** Nobody unlocked it. */
  readonly locked?: boolean;
  readonly counter?: number;
  readonly handle?: string;
  readonly challenge?: string;
};

/** A device with one passkey, as programs have it: signs what it is asked, and lies where it is told to. */
export type Device = {
  readonly make: (options: unknown, lies?: Lies) => object;
  readonly sign: (options: unknown, lies?: Lies) => object;
};

const origin = 'http://localhost:4300';
const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest();
const text = (bytes: Buffer) => bytes.toString('base64url');
const short = (bytes: Buffer) => Buffer.concat([Buffer.from([0x58, bytes.length]), bytes]);
const long = (bytes: Buffer) => {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([Buffer.from([0x59]), length, bytes]);
};
const name = (word: string) => Buffer.concat([Buffer.from([0x60 + word.length]), Buffer.from(word)]);

/** Returns a device that has no passkey yet. */
export function device(): Device {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(32);
  let handle = '';
  let counter = 0;
  const clientData = (type: string, challenge: string, lies: Lies) =>
    Buffer.from(
      JSON.stringify({
        type,
        challenge: lies.challenge ?? challenge,
        origin: lies.origin ?? origin,
        crossOrigin: false,
      }),
    );
  const authData = (flags: number, lies: Lies, more = Buffer.alloc(0)) => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(lies.counter ?? ++counter);
    const unlocked = lies.locked ? 0 : 0x04;
    return Buffer.concat([sha256(lies.host ?? 'localhost'), Buffer.from([flags | unlocked]), count, more]);
  };
  const credential = (response: object) => ({
    ...{ id: text(id), rawId: text(id), type: 'public-key', clientExtensionResults: {} },
    response,
  });
  return {
    make: (options, lies = {}) => {
      const { challenge, user } = options as { challenge: string; user: { id: string } };
      handle = user.id;
      const length = Buffer.from([0, id.length]);
      const attested = Buffer.concat([Buffer.alloc(16), length, id, coseKey(publicKey)]);
      const data = authData(0x41, lies, attested);
      const attestation = Buffer.concat([
        Buffer.from([0xa3]),
        ...[name('fmt'), name('none'), name('attStmt'), Buffer.from([0xa0]), name('authData'), long(data)],
      ]);
      const said = clientData('webauthn.create', challenge, lies);
      return credential({ clientDataJSON: text(said), attestationObject: text(attestation) });
    },
    sign: (options, lies = {}) => {
      const said = clientData('webauthn.get', (options as { challenge: string }).challenge, lies);
      const data = authData(0x01, lies);
      const signature = createSign('sha256')
        .update(Buffer.concat([data, sha256(said)]))
        .sign(privateKey);
      return credential({
        ...{ clientDataJSON: text(said), authenticatorData: text(data), signature: text(signature) },
        userHandle: lies.handle ?? handle,
      });
    },
  };
}

/** An ES256 key as COSE writes it. */
function coseKey(key: KeyObject): Buffer {
  const { x, y } = key.export({ format: 'jwk' });
  const [left, right] = [x, y].map((part) => Buffer.from(part!, 'base64url'));
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    ...[short(left!), Buffer.from([0x22]), short(right!)],
  ]);
}
