import { request as requestPlain, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestSecure } from 'node:https';
import type { LookupFunction } from 'node:net';
import { Injectable } from '@nestjs/common';
import { Settings } from '@himpun/kernel';
import { AddressLookup } from './address-lookup';
import { addressFault, isPublicAddress } from './public-address.policy';

const TIMEOUT_MS = 5_000;
const LARGEST = 1024 * 1024;

/** An address that this house does not call, whoever asks. */
export class AddressRefused extends Error {
  constructor(
    readonly address: string,
    detail: string,
  ) {
    super(`refused to fetch ${address.slice(0, 200)}: ${detail}`);
    this.name = 'AddressRefused';
  }
}

interface Resolved {
  address: string;
  family: number;
}

/** What a server answered; redirects are answers like any other. */
export interface Fetched {
  status: number;
  body: string;
}

/**
 * Fetches addresses that strangers chose (DID documents, status lists): https on the usual port, public addresses only,
 * judged when the address is read and again for the very address that is connected to; no redirects, no cookies, no
 * compression, 1 MiB, 5 s for everything together. Origins in `FETCH_ALLOW_ORIGINS` are exempt from where, not from how much.
 */
@Injectable()
export class GuardedFetch {
  constructor(
    private readonly settings: Settings,
    private readonly addresses: AddressLookup,
  ) {}

  /** @throws AddressRefused, or an Error of the network. */
  async get(address: string, signal?: AbortSignal): Promise<Fetched> {
    const fault = addressFault(address, this.settings.fetchAllowOrigins);
    if (fault) throw new AddressRefused(address, fault);
    const url = new URL(address);
    const exempt = this.settings.fetchAllowOrigins.includes(url.origin);
    const limit = AbortSignal.timeout(TIMEOUT_MS);
    return ask(url, {
      agent: false,
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
      headers: { Accept: 'application/json, */*;q=0.5', 'Accept-Encoding': 'identity' },
      ...(!exempt && { lookup: this.guardedLookup(address) }),
    });
  }

  /** Resolves once, judges every answer, and hands exactly these to the connection: no second look-up can differ. */
  private guardedLookup(address: string): LookupFunction {
    return (host, options, done) => {
      this.publicAddresses(host, address).then(
        ([first, ...rest]) => {
          if (options.all) done(null, [first, ...rest]);
          else done(null, first.address, first.family);
        },
        (error: NodeJS.ErrnoException) => done(error, '', 0),
      );
    };
  }

  private async publicAddresses(host: string, address: string): Promise<[Resolved, ...Resolved[]]> {
    const [first, ...rest] = await this.addresses.resolve(host);
    if (!first) throw new Error(`no address for ${host}`);
    if (![first, ...rest].every((one) => isPublicAddress(one.address))) {
      throw new AddressRefused(address, 'the name leads to an address that is not public');
    }
    return [first, ...rest];
  }
}

function ask(url: URL, options: RequestOptions): Promise<Fetched> {
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'http:' ? requestPlain : requestSecure;
    const sent = send(url, options, (response) => {
      readBody(response).then((body) => resolve({ status: response.statusCode ?? 0, body }), reject);
    });
    sent.on('error', reject);
    sent.end();
  });
}

async function readBody(response: IncomingMessage): Promise<string> {
  const encoding = response.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') {
    response.destroy();
    throw new Error(`answered compressed (${encoding}) though not asked to`);
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST) {
      response.destroy();
      throw new Error(`answered more than ${LARGEST} bytes`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
