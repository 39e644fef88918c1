import '@fontsource-variable/plus-jakarta-sans/wght.css';
import '@mantine/core/styles.css';
import './app/global.css';
import { setNonce } from 'get-nonce';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { startI18n } from './app/i18n';
import { pageNonce } from './app/nonce';

setNonce(pageNonce());
const root = document.getElementById('root');
if (root) void startI18n().then(() => createRoot(root).render(<App />));
