import type { FastifyInstance } from 'fastify';

interface KnownPath {
  pattern: RegExp;
  methods: Set<string>;
}

/** Which methods each address of ours takes: tells "no such address" from "not in this way". */
export class KnownPaths {
  private readonly paths = new Map<string, KnownPath>();

  /** Listens to the routes that are registered from now on; pages under a wildcard are no addresses of their own. */
  watch(server: FastifyInstance): void {
    server.addHook('onRoute', ({ method, url }) => {
      if (url.includes('*')) return;
      const path = this.paths.get(url) ?? { pattern: patternOf(url), methods: new Set<string>() };
      for (const verb of [method].flat()) path.methods.add(verb);
      this.paths.set(url, path);
    });
  }

  /** The methods that the address takes; empty for an unknown one. */
  methodsOf(url: string): string[] {
    const path = url.split('?')[0] ?? '';
    const found = [...this.paths.values()].filter(({ pattern }) => pattern.test(path));
    return [...new Set(found.flatMap(({ methods }) => [...methods]))].sort();
  }
}

function patternOf(url: string): RegExp {
  const source = url
    .split('/')
    .map((part) => (part.startsWith(':') ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
    .join('/');
  return new RegExp(`^${source}/?$`);
}
