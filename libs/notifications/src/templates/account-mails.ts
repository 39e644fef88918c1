import type { MailContent } from '../mail.policy';

/** A mail about an account. */
export interface AccountMail {
  name: string;
}

/** A mail with a link that holds for some minutes. */
export interface LinkMail extends AccountMail {
  url: string;
  minutes: number;
}

const IGNORE = {
  id: 'Bila bukan Anda yang meminta, abaikan surat ini.',
  en: 'If you did not ask for this, ignore this mail.',
};

const TELL_US = {
  id: 'Bila bukan Anda, buat kata sandi baru sekarang juga lewat “Lupa kata sandi”.',
  en: 'If this was not you, set a new password now with “Forgot password”.',
};

export const confirmEmail = ({ name, url, minutes }: LinkMail): MailContent => ({
  subject: { id: 'Pastikan alamat surel Anda', en: 'Confirm your e-mail address' },
  name,
  paragraphs: [
    {
      id: `Buka tautan ini dalam ${minutes} menit untuk memastikan bahwa alamat ini milik Anda.`,
      en: `Open this link within ${minutes} minutes to confirm that this address is yours.`,
    },
  ],
  action: { label: { id: 'Pastikan alamat', en: 'Confirm address' }, url },
  notes: [IGNORE],
});

export const resetPassword = ({ name, url, minutes }: LinkMail): MailContent => ({
  subject: { id: 'Buat kata sandi baru', en: 'Set a new password' },
  name,
  paragraphs: [
    {
      id: `Buka tautan ini dalam ${minutes} menit untuk membuat kata sandi baru.`,
      en: `Open this link within ${minutes} minutes to set a new password.`,
    },
  ],
  action: { label: { id: 'Buat kata sandi baru', en: 'Set a new password' }, url },
  notes: [IGNORE],
});

export const passwordChanged = ({ name }: AccountMail): MailContent => ({
  subject: { id: 'Kata sandi Anda diubah', en: 'Your password was changed' },
  name,
  paragraphs: [
    {
      id: 'Kata sandi akun Anda baru saja diubah, dan sesi Anda di perangkat lain diakhiri.',
      en: 'The password of your account has just been changed, and your sessions on other devices were ended.',
    },
  ],
  notes: [TELL_US],
});

export const registrationRepeated = ({ name, url }: AccountMail & { url: string }): MailContent => ({
  subject: { id: 'Anda sudah punya akun', en: 'You already have an account' },
  name,
  paragraphs: [
    {
      id: 'Seseorang mendaftar lagi dengan alamat surel ini. Akun Anda tidak berubah.',
      en: 'Somebody signed up again with this e-mail address. Your account has not changed.',
    },
  ],
  action: { label: { id: 'Masuk', en: 'Sign in' }, url },
  notes: [IGNORE],
});

export const signInsRefused = ({ name, url }: AccountMail & { url: string }): MailContent => ({
  subject: { id: 'Percobaan masuk yang gagal', en: 'Failed attempts to sign in' },
  name,
  paragraphs: [
    {
      id: 'Seseorang berkali-kali mencoba masuk ke akun Anda dengan kata sandi yang salah. Kami memperlambat percobaan itu.',
      en: 'Somebody tried to sign in to your account many times with a wrong password. We are slowing them down.',
    },
    {
      id: 'Bila itu Anda dan Anda lupa kata sandinya, buat yang baru.',
      en: 'If it was you and you forgot the password, set a new one.',
    },
  ],
  action: { label: { id: 'Buat kata sandi baru', en: 'Set a new password' }, url },
});
