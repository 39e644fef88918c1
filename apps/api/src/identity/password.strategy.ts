import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-local';
import { SignIns, type SignedIn } from './sign-ins';

/** passport-local without passport's sessions: the answer is a session of our own, opened by `SignIns`. */
@Injectable()
export class PasswordStrategy extends PassportStrategy(Strategy, 'password') {
  constructor(private readonly signIns: SignIns) {
    super({ usernameField: 'email', passwordField: 'password', passReqToCallback: true, session: false });
  }

  /** @throws DomainError sign_in.unauthenticated, sign_in.exhausted */
  validate(request: FastifyRequest, email: string, password: string): Promise<SignedIn> {
    return this.signIns.withPassword(email, password, {
      ip: request.ip,
      userAgent: request.headers['user-agent'] ?? '',
    });
  }
}
