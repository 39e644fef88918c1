import '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import { Settings } from '@himpun/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * The session's cookie: `__Host-`, Secure, HttpOnly, SameSite=Lax. Browsers accept Secure cookies on http://localhost;
 * a plain-http address elsewhere (a test network) gets the same cookie without prefix and Secure, as no browser would keep it.
 */
@Injectable()
export class SessionCookie {
  private readonly secure: boolean;
  readonly name: string;

  constructor(settings: Settings) {
    const url = new URL(settings.publicUrl);
    this.secure = url.protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
    this.name = this.secure ? '__Host-himpun' : 'himpun';
  }

  read(request: FastifyRequest): string | null {
    return request.cookies[this.name] ?? null;
  }

  write(reply: FastifyReply, token: string): void {
    void reply.setCookie(this.name, token, { ...this.attributes(), maxAge: 30 * 24 * 3600 });
  }

  clear(reply: FastifyReply): void {
    void reply.setCookie(this.name, '', { ...this.attributes(), maxAge: 0 });
  }

  private attributes(): { path: string; httpOnly: true; sameSite: 'lax'; secure: boolean } {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.secure };
  }
}
