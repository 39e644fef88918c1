import { PATH_METADATA } from '@nestjs/common/constants';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { ROUTE_ACCESS, type RouteAccess } from '../../../apps/api/src/http/allow';
import type { TestApp } from '../app';

/** Handlers of controllers that carry neither @Allow nor @Public, as `Controller.method`. */
export function undeclaredHandlers({ app }: Pick<TestApp, 'app'>): string[] {
  const scanner = new MetadataScanner();
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [
    ...module.controllers.values(),
  ]);
  return controllers.flatMap(({ metatype }) => {
    if (typeof metatype !== 'function') return [];
    const prototype = metatype.prototype as Record<string, object>;
    return scanner
      .getAllMethodNames(prototype)
      .filter((name) => Reflect.hasMetadata(PATH_METADATA, prototype[name] as object))
      .filter((name) => !accessOf(metatype, prototype[name] as object))
      .map((name) => `${metatype.name}.${name}`);
  });
}

function accessOf(controller: object, handler: object): RouteAccess | undefined {
  return (Reflect.getMetadata(ROUTE_ACCESS, handler) ?? Reflect.getMetadata(ROUTE_ACCESS, controller)) as
    RouteAccess | undefined;
}
