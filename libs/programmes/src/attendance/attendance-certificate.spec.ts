import { attendanceCertificate, type AttendedActivity } from './attendance-certificate';

const activity: AttendedActivity = {
  groupId: 'g',
  titleId: 'Lokakarya terapi manual',
  titleEn: 'Manual therapy workshop',
  zone: 'Asia/Jayapura',
  requiredShare: 80,
  startsAt: new Date('2026-12-01T00:00Z'),
  endsAt: new Date('2026-12-01T08:00Z'),
  credits: [{ nameId: 'Praktik profesi', nameEn: 'Professional practice', hours: 6.5 }],
};
const ana = { id: 'p', printedName: 'Ana Lestari, S.Ft.' };

describe('the certificate of attendance', () => {
  const certificate = attendanceCertificate(activity, ana, 'check-in', new Date('2026-12-01T08:00Z'));

  it('says who, what, when in the zone of the activity, and what was asked, in both languages', () => {
    expect(certificate).toMatchObject({
      recipientName: 'Ana Lestari, S.Ft.',
      title: { id: 'Lokakarya terapi manual', en: 'Manual therapy workshop' },
      description: {
        id: 'Hadir sebagai peserta “Lokakarya terapi manual” pada 1 Desember 2026.',
        en: 'Attended “Manual therapy workshop” as a participant on 1 December 2026.',
      },
      subjectId: 'check-in',
      validUntil: null,
    });
    expect(certificate.criteria.en).toContain('80%');
    expect(certificate.details[0]?.value).toEqual({ id: '6,5', en: '6.5' });
  });

  it('names the first and the last day of a longer one', () => {
    const longer = { ...activity, endsAt: new Date('2026-12-02T16:00Z') };
    const { description } = attendanceCertificate(longer, ana, 'check-in', activity.endsAt);
    expect(description.en).toContain('1 December 2026 – 3 December 2026');
  });
});
