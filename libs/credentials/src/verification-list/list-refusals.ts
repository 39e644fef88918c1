import { DomainError } from '@himpun/kernel';

/** Why something cannot be done with a list, in words. */
export const LIST_REFUSALS = {
  closed: () =>
    new DomainError('verification_list.closed', {
      id: 'Ini tidak dapat dilakukan pada keadaan daftar yang sekarang. Muat ulang halaman.',
      en: 'This cannot be done with the list as it stands now. Reload the page.',
    }),
  outdated: () =>
    new DomainError('verification_list.outdated_conflict', {
      id: 'Sumber yang dipakai kelompok ini berubah sejak daftar dibaca. Lihat lagi siapa yang akan ditanya, lalu mulai.',
      en: 'The sources that this group uses have changed since the list was read. Look again at who will be asked, then start.',
    }),
} as const;
