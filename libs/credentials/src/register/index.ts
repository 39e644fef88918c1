export * from './register-file';
export * from './register-import.states';
export * from './register-imports.service';
export * from './register-intake.service';
export * from './register.queries';
export * from './registers.service';
