import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { Settings } from '@himpun/kernel';
import { createApiApp } from './create-app';

async function main(): Promise<void> {
  const app = await createApiApp();
  const settings = app.get(Settings);
  await app.listen({ port: settings.port, host: settings.host });
  new Logger('api').log(`listening on ${await app.getUrl()}`);
}

void main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
