// Preloaded into child processes of tests (`node -r …/run-typescript.cjs main.ts`): runs our TypeScript as it stands,
// with the compiler that jest uses, so that a test can kill a real worker or API process.
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const { transformSync } = require('@swc/core');

const root = path.join(__dirname, '../..');
const options = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true, dynamicImport: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    target: 'es2023',
    keepClassNames: true,
  },
  module: { type: 'commonjs', ignoreDynamic: true },
  sourceMaps: 'inline',
  swcrc: false,
};

Module._extensions['.ts'] = (module, filename) => {
  module._compile(transformSync(readFileSync(filename, 'utf8'), { ...options, filename }).code, filename);
};

const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  const [, library, testing] = /^@himpun\/([a-z-]+)(\/testing)?$/.exec(request) ?? [];
  if (!library) return resolve.call(this, request, ...rest);
  return resolve.call(this, path.join(root, 'libs', library, 'src', testing ? 'testing' : 'index'), ...rest);
};

// Ends with the test process, whatever becomes of that.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
