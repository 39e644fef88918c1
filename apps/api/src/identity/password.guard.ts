import { Injectable, type ExecutionContext } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { validationPipe } from '../http/validation';
import { SignInDto } from './session.dto';
import { refusedSignIn, type SignedIn } from './sign-ins';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by `PasswordGuard` on the sign-in route alone. */
    signedIn?: SignedIn;
  }
}

/** Signs in by the request's e-mail and password. Guards run before pipes, so the body is checked here first. */
@Injectable()
export class PasswordGuard extends AuthGuard('password') {
  private readonly pipe = validationPipe();

  constructor() {
    super({ session: false, property: 'signedIn' });
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    await this.pipe.transform(request.body, { type: 'body', metatype: SignInDto });
    return (await super.canActivate(context)) === true;
  }

  override handleRequest<User>(error: unknown, signedIn: User | false): User {
    if (error) throw error;
    if (!signedIn) throw refusedSignIn();
    return signedIn;
  }
}
