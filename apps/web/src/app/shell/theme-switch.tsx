import { ActionIcon, Button, type MantineColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

const NEXT: Record<MantineColorScheme, MantineColorScheme> = { auto: 'light', light: 'dark', dark: 'auto' };
const ICON = { auto: IconDeviceDesktop, light: IconSun, dark: IconMoon };

/** Light, dark, or as the system: one button that goes round. */
export function ThemeSwitch({ withWords = false }: { withWords?: boolean }) {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const next = NEXT[colorScheme];
  const Icon = ICON[colorScheme];
  const label = t('theme.change', { now: t(`theme.${colorScheme}`), next: t(`theme.${next}`) });
  if (withWords) {
    return (
      <Button
        variant="default"
        leftSection={<Icon size={18} aria-hidden />}
        aria-label={label}
        onClick={() => setColorScheme(next)}
      >
        {t('theme.current', { now: t(`theme.${colorScheme}`) })}
      </Button>
    );
  }
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={44}
      aria-label={label}
      title={label}
      onClick={() => setColorScheme(next)}
    >
      <Icon size={20} stroke={1.75} aria-hidden />
    </ActionIcon>
  );
}
