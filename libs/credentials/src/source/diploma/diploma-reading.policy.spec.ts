import fc from 'fast-check';
import { EMPTY_CLAIM } from '../../credential/claim';
import type { Asked, RegistryServer } from '../registry';
import { diplomaReading } from './diploma-reading.policy';
import { institutionLikeness } from './institution-match.policy';

const asked = (claim: object = {}, fullName = 'Ana Lestari'): Asked => ({
  kind: 'education',
  claim: {
    ...EMPTY_CLAIM,
    ...{
      holderName: fullName,
      number: '55202-2020-001',
      institution: 'Universitas Gadjah Mada',
      field: 'Fisioterapi',
    },
    ...{ level: 6, startedOn: '2016-09-01', endedOn: '2020-08-31' },
    ...claim,
  },
  person: { id: 'p', fullName, birthDate: null, confirmedEmail: null },
});
const graduate = (change: object = {}) => ({
  ...{
    nama: 'ANA LESTARI',
    nomor_ijazah: '552022020001',
    nama_pt: 'UNIVERSITAS GADJAH MADA',
    nama_prodi: 'Fisioterapi',
  },
  ...{
    jenjang: 'Sarjana',
    tanggal_masuk: '2016-09-01T00:00:00Z',
    tanggal_lulus: '2020-08-31',
    status_saat_ini: 'Lulus',
  },
  ...change,
});
const read = (body: unknown, of: Asked = asked(), server: Partial<RegistryServer> = {}, status = 200) =>
  diplomaReading(
    { status, pages: [typeof body === 'string' ? body : JSON.stringify(body)] },
    of,
    '2026-11-21',
    {
      url: 'https://register.example',
      ...server,
    },
  );

describe('an answer of a diploma register', () => {
  it.each<[string, ReturnType<typeof read>, string, string | null, string]>([
    ['by number, name and studies', read(graduate()), 'ran', 'match', 'found'],
    ['wrapped', read({ success: true, data: [graduate()] }), 'ran', 'match', 'found'],
    [
      'short names, spaces in codes',
      read(graduate({ nama_pt: 'UGM', kode_pt: '001001  ' })),
      'ran',
      'match',
      'found',
    ],
    ['of somebody else', read(graduate({ nama: 'BUDI HARTONO' })), 'ran', 'mismatch', 'name_differs'],
    [
      'of another institution',
      read(graduate({ nama_pt: 'Universitas Airlangga' })),
      'ran',
      'mismatch',
      'institution_differs',
    ],
    ['another number', read(graduate({ nomor_ijazah: '999' })), 'ran', 'mismatch', 'number_differs'],
    ['another programme', read(graduate({ nama_prodi: 'Kehutanan' })), 'ran', 'partial', 'studies_differ'],
    ['another level', read(graduate({ jenjang: 'D3' })), 'ran', 'partial', 'studies_differ'],
    [
      'still studying',
      read(graduate({ status_saat_ini: 'Aktif-2023/2024 Genap', tanggal_lulus: null })),
      'ran',
      'partial',
      'not_graduated_yet',
    ],
    [
      'left without a degree',
      read(graduate({ status_saat_ini: 'Mengundurkan diri' })),
      'ran',
      'partial',
      'not_graduated_yet',
    ],
    [
      'diploma withdrawn',
      read(graduate({ status_saat_ini: 'Ijazah dibatalkan' })),
      'ran',
      'revoked',
      'revoked',
    ],
    ['found by name only', read([graduate({ nomor_ijazah: null })]), 'ran', 'partial', 'by_name_only'],
    [
      'a search line of old',
      read({ mahasiswa: [{ text: 'ANA LESTARI(123), PT : UNIVERSITAS GADJAH MADA, Prodi: FISIOTERAPI' }] }),
      'ran',
      'partial',
      'by_name_only',
    ],
    [
      'several of that name',
      read([graduate({ nomor_ijazah: null }), graduate({ nomor_ijazah: null, nama_prodi: 'Hukum' })]),
      'ran',
      'partial',
      'several_records',
    ],
    [
      'the institution alone',
      read({ nama_pt: 'Universitas Gadjah Mada', nm_singkat: 'UGM', status_pt: 'Aktif' }),
      'ran',
      'partial',
      'institution_only',
    ],
    ['nothing of use', read({ rasio: '-', visi: '', jumlah_dosen: 17 }), 'not_covered', null, 'says_nothing'],
    ['nobody', read([]), 'ran', 'not_found', 'not_found'],
    ['nobody, in words', read({ message: 'Data tidak ditemukan' }), 'ran', 'not_found', 'not_found'],
    [
      'nobody, intake before the records',
      read([], asked({ startedOn: '1998-09-01', endedOn: '2002-08-31' })),
      'not_covered',
      null,
      'period_not_covered',
    ],
    [
      'nobody, graduated before them',
      read([], asked({ startedOn: null, endedOn: '2004-08-31' })),
      'not_covered',
      null,
      'period_not_covered',
    ],
    [
      'nobody, and it cannot be told',
      read([], asked({ startedOn: null, endedOn: null })),
      'ran',
      'not_found',
      'not_found',
    ],
    [
      'nobody, records until 2014',
      read([], asked(), { intakeFrom: 2005, intakeUntil: 2014 }),
      'not_covered',
      null,
      'period_not_covered',
    ],
    [
      'its own word on its records',
      read({ data: [], coverage: { from: 2018 } }),
      'not_covered',
      null,
      'period_not_covered',
    ],
    [
      'found though before the records',
      read(graduate({ tanggal_masuk: '1998' }), asked({ startedOn: '1998-09-01' })),
      'ran',
      'match',
      'found',
    ],
    ['an error in words', read({ error: 'Unauthorized' }), 'refused', null, 'source_refused'],
    ['a page for people', read('<html>'), 'unavailable', null, 'source_unavailable'],
    ['busy', read('', asked(), {}, 429), 'unavailable', null, 'source_unavailable'],
  ])('%s', (_, reading, run, outcome, reason) => {
    expect(reading).toMatchObject({ run, outcome });
    expect(reading.reasons.map(({ code }) => code)).toContain(reason);
  });

  it('names the period that it has no records of', () => {
    const [reason] = read([], asked({ startedOn: '1998-09-01' })).reasons;
    expect(reason?.text.en).toMatch(/from the intake of 2003.*1998/);
  });

  it('is never an exception, whatever comes', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => expect(read(text).run).toBeDefined()));
  });
});

describe('whether two names are one institution', () => {
  it.each<[string, string, string]>([
    ['UGM', 'Universitas Gadjah Mada', 'match'],
    ['ugm.ac.id', 'UNIVERSITAS GADJAH MADA', 'match'],
    ['https://www.itb.ac.id/program', 'Bandung Institute of Technology', 'match'],
    ['Institut Pertanian Bogor', 'Bogor Agricultural University', 'match'],
    ['University of Indonesia', 'Universitas Indonesia', 'match'],
    ['State University of Malang', 'Universitas Negeri Malang', 'match'],
    ['Universitas Jenderal Soedirman', 'Universitas Jenderal Sudirman', 'match'],
    ['MIT', 'Massachusetts Institute of Technology', 'match'],
    ['STIKES Muhammadiyah Gombong', 'STIKES Muhammadiyah Cirebon', 'mismatch'],
    ['Universitas Indonesia', 'Universitas Islam Indonesia', 'mismatch'],
    ['Sao Paulo State University', 'St. Paul University', 'mismatch'],
    ['Universitas Negeri Malang', 'Politeknik Negeri Malang', 'review'],
    ['Universitas Muhammadiyah Malang', 'Universitas Negeri Malang', 'mismatch'],
    ['STIKES Muhammadiyah Gombong', 'Universitas Muhammadiyah Gombong', 'review'],
    ['Universitas Padjadjaran', 'Universitas Padjadjaram', 'review'],
    ['UTY', 'Universitas Teknologi Yogyakarta', 'review'],
  ])('%s, %s: %s', (one, other, expected) => {
    expect(institutionLikeness(one, other)).toBe(expected);
    expect(institutionLikeness(other, one)).toBe(expected);
  });
});
