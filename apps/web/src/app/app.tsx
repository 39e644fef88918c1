import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useBranding } from './branding';
import { pageNonce } from './nonce';
import { queryClient, router } from './router';
import { cssVariables, themeOf } from './theme';

const schemes = localStorageColorSchemeManager({ key: 'himpun.scheme' });

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Themed />
    </QueryClientProvider>
  );
}

function Themed() {
  const { primaryColor } = useBranding();
  const theme = useMemo(() => themeOf(primaryColor), [primaryColor]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={schemes}
      defaultColorScheme="auto"
      getStyleNonce={pageNonce}
    >
      <RouterProvider router={router} />
    </MantineProvider>
  );
}
