import { areTooMuch, holdsNow, pemOf, signersOf } from './root-certificate';

describe('a root certificate in the browser', () => {
  const pem = '-----BEGIN CERTIFICATE-----\nTUlJQw==\n-----END CERTIFICATE-----';

  it('is text in PEM, also where its file is binary', () => {
    expect(pemOf(new TextEncoder().encode(`${pem}\n`))).toBe(pem);
    expect(pemOf(new TextEncoder().encode('MIIC'))).toBe(pem);
    const long = pemOf(new Uint8Array(1_000).fill(200)).split('\n');
    expect(long.every(({ length }) => length <= 64)).toBe(true);
  });

  it('has its signers one per line, each once', () => {
    expect(signersOf(' Universitas Contoh \n\nRektor\r\nRektor')).toEqual(['Universitas Contoh', 'Rektor']);
    expect(signersOf('')).toEqual([]);
    expect(areTooMuch(Array.from({ length: 50 }, (_, place) => `Rektor ${place}`))).toBe(false);
    expect(areTooMuch(Array.from({ length: 51 }, (_, place) => `Rektor ${place}`))).toBe(true);
    expect(areTooMuch(['R'.repeat(201)])).toBe(true);
  });

  it('holds between its two instants, both included', () => {
    const span = { validFrom: '2020-01-01T00:00:00.000Z', validUntil: '2030-01-01T00:00:00.000Z' };
    expect(holdsNow(span, Date.parse(span.validFrom))).toBe(true);
    expect(holdsNow(span, Date.parse(span.validUntil))).toBe(true);
    expect(holdsNow(span, Date.parse(span.validFrom) - 1)).toBe(false);
    expect(holdsNow(span, Date.parse(span.validUntil) + 1)).toBe(false);
  });
});
