import { DomainError, type Reason } from '@himpun/kernel';

/** Every refusal around sponsors. */
export const sponsorRefusals = {
  named: (fault: Reason): DomainError => new DomainError('sponsor.invalid', WRONG, [fault]),
  own: (): DomainError =>
    new DomainError('sponsor.own_mismatch', {
      id: 'Anda tidak dapat menjadi pendukung bagi diri sendiri. Sebutkan anggota lain.',
      en: 'You cannot be your own sponsor. Name another member.',
    }),
  twice: (): DomainError =>
    new DomainError('sponsor.named_conflict', {
      id: 'Anggota ini sudah Anda sebutkan.',
      en: 'You have named this member already.',
    }),
  enough: (): DomainError =>
    new DomainError('sponsor.enough_conflict', {
      id: 'Sudah cukup anggota yang kami tanyai. Tunggu jawabannya, atau batalkan salah satu dulu.',
      en: 'Enough members have been asked. Wait for their answers, or take one back first.',
    }),
  tooMany: (): DomainError =>
    new DomainError('sponsor.named_exhausted', {
      id: 'Permohonan ini sudah menyebut terlalu banyak anggota. Hubungi sekretariat.',
      en: 'This application has named too many members. Ask the secretariat.',
    }),
  closed: (): DomainError =>
    new DomainError('sponsorship.closed', {
      id: 'Permintaan dukungan ini sudah dijawab, dibatalkan, atau lewat waktunya. Muat ulang halaman.',
      en: 'This request was answered, taken back, or its time is over. Reload the page.',
    }),
  standing: (): DomainError =>
    new DomainError('sponsorship.standing_conflict', {
      id: 'Hanya anggota yang keanggotaannya berlaku baik yang dapat mendukung. Urus keanggotaan Anda dulu.',
      en: 'Only members in good standing can vouch for somebody. Put your membership right first.',
    }),
  limit: (): DomainError =>
    new DomainError('sponsorship.limit_conflict', {
      id: 'Anda sudah mendukung permohonan sebanyak yang dibolehkan aturan. Tunggu sampai salah satunya diputuskan.',
      en: 'You already support as many open applications as the rule allows. Wait until one of them is decided.',
    }),
};

const WRONG = {
  id: 'Isian ini belum benar. Perbaiki yang ditandai.',
  en: 'This is not right yet. Correct what is marked.',
};
