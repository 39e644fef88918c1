import {
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type MantineThemeOverride,
  createTheme,
} from '@mantine/core';
import { shadesOf } from './palette';

/** Himpun's own colour, used until an association sets another: deep teal. */
export const OWN_COLOUR = '#0b5d57';

const GREY: MantineColorsTuple = [
  '#f7f9f8',
  '#eef1f0',
  '#e2e7e6',
  '#d2d9d7',
  '#bcc5c3',
  '#9aa5a3',
  '#727e7c',
  '#525d5b',
  '#36403f',
  '#1d2524',
];

const DARK: MantineColorsTuple = [
  '#e3e8e7',
  '#c3cbca',
  '#a7b1b0',
  '#7d8887',
  '#4a5554',
  '#384242',
  '#2b3434',
  '#1b2122',
  '#14191a',
  '#0d1112',
];

/** The tokens of the product. Sizes in rem; 16 px inputs, so that phones do not zoom in on focus. */
export function themeOf(colour: string): MantineThemeOverride {
  return createTheme({
    primaryColor: 'brand',
    colors: { brand: shadesOf(colour), gray: GREY, dark: DARK },
    primaryShade: { light: 8, dark: 8 },
    autoContrast: true,
    cursorType: 'pointer',
    focusRing: 'auto',
    respectReducedMotion: true,
    defaultRadius: 'md',
    fontFamily: "'Plus Jakarta Sans Variable', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
    fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', 'Noto Sans Mono', monospace",
    fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.3125rem' },
    lineHeights: { xs: '1.45', sm: '1.5', md: '1.6', lg: '1.6', xl: '1.5' },
    radius: { xs: '0.25rem', sm: '0.375rem', md: '0.5rem', lg: '0.75rem', xl: '1.25rem' },
    headings: {
      fontWeight: '700',
      textWrap: 'balance',
      sizes: {
        h1: { fontSize: 'clamp(1.625rem, 1.3rem + 1.4vw, 2.125rem)', lineHeight: '1.2' },
        h2: { fontSize: '1.375rem', lineHeight: '1.3' },
        h3: { fontSize: '1.125rem', lineHeight: '1.4' },
        h4: { fontSize: '1rem', lineHeight: '1.5' },
      },
    },
    components: {
      Badge: { defaultProps: { variant: 'filled' } },
      Button: { defaultProps: { size: 'md' } },
      Checkbox: { defaultProps: { size: 'md' } },
      Radio: { defaultProps: { size: 'md' } },
      TextInput: { defaultProps: { size: 'md' } },
      PasswordInput: { defaultProps: { size: 'md' } },
      Textarea: { defaultProps: { size: 'md' } },
      NativeSelect: { defaultProps: { size: 'md' } },
      InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'description', 'error', 'input'] } },
    },
  });
}

/** What the default theme gets wrong for contrast (WCAG 1.4.3), and the surfaces of the product. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#16201f',
    '--mantine-color-default-border': '#7b8785',
    '--mantine-color-dimmed': '#55605e',
    '--mantine-color-error': '#b42318',
    '--mantine-color-placeholder': '#65706e',
    '--mantine-color-anchor': 'var(--mantine-color-brand-8)',
    '--himpun-canvas': '#f6f8f7',
    '--himpun-surface': '#ffffff',
    '--himpun-line': '#dde3e1',
    '--himpun-line-strong': '#7b8785',
    '--himpun-tint': 'var(--mantine-color-brand-0)',
    '--himpun-good': '#146c3c',
    '--himpun-good-tint': '#e5f4ea',
    '--himpun-warn': '#7a4a00',
    '--himpun-warn-tint': '#fdf1d8',
    '--himpun-bad': '#b42318',
    '--himpun-bad-tint': '#fdecea',
    '--himpun-info': '#1a5a8a',
    '--himpun-info-tint': '#e6f1f9',
    '--himpun-mark': 'var(--mantine-color-brand-8)',
    '--himpun-mark-third': '#b9770e',
  },
  dark: {
    '--mantine-color-body': '#1b2122',
    '--mantine-color-default-border': '#7f8c8a',
    '--mantine-color-dimmed': '#b3bcbb',
    '--mantine-color-error': '#ff9a91',
    '--mantine-color-placeholder': '#a7b1b0',
    '--mantine-color-anchor': 'var(--mantine-color-brand-3)',
    '--himpun-canvas': '#14191a',
    '--himpun-surface': '#1b2122',
    '--himpun-line': '#333d3d',
    '--himpun-line-strong': '#8a9695',
    '--himpun-tint': '#202a2a',
    '--himpun-good': '#7fd6a2',
    '--himpun-good-tint': '#163324',
    '--himpun-warn': '#f1c069',
    '--himpun-warn-tint': '#38290c',
    '--himpun-bad': '#ff9a91',
    '--himpun-bad-tint': '#41191a',
    '--himpun-info': '#8ec5ee',
    '--himpun-info-tint': '#152c3d',
    '--himpun-mark': 'var(--mantine-color-brand-3)',
    '--himpun-mark-third': '#e8b04b',
  },
});
