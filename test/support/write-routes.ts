import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { getMetadataStorage } from 'class-validator';
import type { TestApp } from './app';

const BODY = 3;
const BUILT_IN: readonly unknown[] = [Object, String, Array, undefined];

/** A route that reads a JSON body, with the class that describes it. */
export interface WriteRoute {
  route: string;
  dto: (new () => object) | null;
  /** Fields of the class and the rules on each, by name. */
  fields: Map<string, string[]>;
}

/** Every handler with a @Body, found in the controllers themselves. */
export function writeRoutes({ app }: Pick<TestApp, 'app'>): WriteRoute[] {
  const scanner = new MetadataScanner();
  const classes = [...app.get(ModulesContainer).values()].flatMap((module) =>
    [...module.controllers.values()].map(({ metatype }) => metatype),
  );
  return classes.flatMap((controller) => {
    if (typeof controller !== 'function') return [];
    const prototype = controller.prototype as Record<string, object>;
    return scanner.getAllMethodNames(prototype).flatMap((name) => {
      const dto = bodyClass(controller, prototype, name);
      if (dto === undefined) return [];
      const route = routeOf(controller, prototype[name] as object);
      return [{ route, dto, fields: dto ? fieldsOf(dto) : new Map<string, string[]>() }];
    });
  });
}

/** The class of the body; null for a body without one, undefined for no body. */
function bodyClass(
  controller: object,
  prototype: object,
  name: string,
): (new () => object) | null | undefined {
  const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Record<
    string,
    { index: number }
  >;
  const found = Object.entries(args).find(([key]) => key.startsWith(`${BODY}:`));
  if (!found) return undefined;
  const types = Reflect.getMetadata('design:paramtypes', prototype, name) as unknown[];
  const type = types[found[1].index];
  return BUILT_IN.includes(type) ? null : (type as new () => object);
}

function routeOf(controller: object, handler: object): string {
  const parts = [controller, handler].map((target) =>
    String(Reflect.getMetadata(PATH_METADATA, target) ?? ''),
  );
  const path = ['api', ...parts.flatMap((part) => part.split('/'))].filter(Boolean).join('/');
  const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod];
  return `${method} /${path}`;
}

function fieldsOf(dto: new () => object): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  for (const rule of getMetadataStorage().getTargetValidationMetadatas(dto, '', false, false)) {
    fields.set(rule.propertyName, [...(fields.get(rule.propertyName) ?? []), rule.name ?? rule.type]);
  }
  return fields;
}
