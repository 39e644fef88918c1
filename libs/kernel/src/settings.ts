import { z } from 'zod';

const flag = z
  .enum(['0', '1', 'true', 'false'])
  .default('0')
  .transform((value) => value === '1' || value === 'true');

const schema = z.object({
  DATABASE_URL: z.string().min(1),
  REDIS_URL: z.string().min(1),
  HIMPUN_DATA_DIR: z.string().default('.himpun'),
  HIMPUN_DEMO: flag,
  /** 64 hex digits; encrypts signing keys at rest and signs internal calls between our own processes. */
  HIMPUN_SECRET: z.string().regex(/^[0-9a-f]{64}$/),
  /** Former secrets, comma-separated: they open what was sealed with them until `npm run rotate-keys` has sealed it anew. */
  HIMPUN_SECRET_PREVIOUS: z
    .string()
    .regex(/^(?:[0-9a-f]{64}(?:,[0-9a-f]{64})*)?$/)
    .default(''),
  HIMPUN_WEB_DIR: z.string().default('dist/web'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  WORKER_PORT: z.coerce.number().int().min(0).max(65535).default(0),
  PUBLIC_URL: z.url().default('http://localhost:3000'),
  TRUSTED_PROXIES: z.string().default(''),
  SMTP_URL: z.string().default(''),
  MAIL_FROM: z.string().default('Himpun <no-reply@localhost>'),
  NPPES_URL: z.string().default('https://npiregistry.cms.hhs.gov/api/'),
  /** Questions to NPPES per second over all workers; 0 no limit. Default 5, none for a stand-in over plain http. */
  NPPES_PER_SECOND: z.coerce.number().int().min(0).max(1_000).optional(),
  /** Comma-separated origins that the guarded fetcher may reach though they are not public (stand-ins in tests). */
  FETCH_ALLOW_ORIGINS: z.string().default(''),
  /** Registries that need an address or a key, as JSON: `{"satusehat":{"url":…,"tokenUrl":…,"clientId":…,"clientSecret":…}}`. */
  REGISTRIES: z
    .string()
    .default('{}')
    .transform((text, context) => {
      try {
        return z.record(z.string(), z.record(z.string(), z.unknown())).parse(JSON.parse(text || '{}'));
      } catch {
        context.addIssue({ code: 'custom', message: 'not a JSON object of registries' });
        return z.NEVER;
      }
    }),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
  CHECK_CONCURRENCY: z.coerce.number().int().min(1).max(500).default(20),
  /** Days after which messages of the outbox that were delivered are removed; dead letters stay. */
  OUTBOX_KEEP_DAYS: z.coerce.number().int().min(1).max(3_650).default(30),
  /** Set by commands that only describe the application: nothing is connected. */
  HIMPUN_OFFLINE: flag,
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
});

/** Everything that differs between installations; read once at start. */
export class Settings {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly dataDir: string;
  /** Demonstration mode: personas, inbox page and seeded data; only ever on the embedded default. */
  readonly demo: boolean;
  readonly secret: string;
  /** The present secret first, then the former ones. */
  readonly secrets: readonly string[];
  readonly webDir: string;
  readonly host: string;
  readonly port: number;
  readonly workerPort: number;
  /** Without trailing slash; every link in mail and every signed address starts with it. */
  readonly publicUrl: string;
  readonly trustedProxies: readonly string[];
  readonly smtpUrl: string;
  readonly mailFrom: string;
  readonly nppesUrl: string;
  readonly nppesPerSecond: number;
  readonly fetchAllowOrigins: readonly string[];
  /** By the registry's id; what each may say is the registry's own business. */
  readonly registries: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly databasePool: number;
  readonly checkConcurrency: number;
  /** Days for which delivered messages of the outbox are kept. */
  readonly outboxKeepDays: number;
  readonly offline: boolean;
  readonly logLevel: string;

  /** @throws Error naming every variable that is missing or wrong. */
  constructor(env: Readonly<Record<string, string | undefined>>) {
    const parsed = schema.safeParse(env);
    if (!parsed.success) {
      const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
      throw new Error(`Settings are not usable. ${faults.join('; ')}`);
    }
    const value = parsed.data;
    this.databaseUrl = value.DATABASE_URL;
    this.redisUrl = value.REDIS_URL;
    this.dataDir = value.HIMPUN_DATA_DIR;
    this.demo = value.HIMPUN_DEMO;
    this.secret = value.HIMPUN_SECRET;
    this.secrets = [value.HIMPUN_SECRET, ...list(value.HIMPUN_SECRET_PREVIOUS)];
    this.webDir = value.HIMPUN_WEB_DIR;
    this.host = value.HOST;
    this.port = value.PORT;
    this.workerPort = value.WORKER_PORT;
    this.publicUrl = value.PUBLIC_URL.replace(/\/+$/, '');
    this.trustedProxies = list(value.TRUSTED_PROXIES);
    this.smtpUrl = value.SMTP_URL;
    this.mailFrom = value.MAIL_FROM;
    this.nppesUrl = value.NPPES_URL;
    this.nppesPerSecond = value.NPPES_PER_SECOND ?? (value.NPPES_URL.startsWith('https:') ? 5 : 0);
    this.fetchAllowOrigins = list(value.FETCH_ALLOW_ORIGINS);
    this.registries = value.REGISTRIES;
    this.databasePool = value.DATABASE_POOL;
    this.checkConcurrency = value.CHECK_CONCURRENCY;
    this.outboxKeepDays = value.OUTBOX_KEEP_DAYS;
    this.offline = value.HIMPUN_OFFLINE;
    this.logLevel = value.LOG_LEVEL;
  }
}

function list(text: string): string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);
}
