export * from './governance.module';
export * from './governance.queries';
export * from './offices.service';
export * from './terms.service';
