/** An appointment of a calendar file. */
export interface CalendarEvent {
  /** Stable for the life of the event, `id@host`. */
  uid: string;
  /** Rises with each change (RFC 5545 §3.8.7.4). */
  sequence: number;
  startsAt: Date;
  endsAt: Date;
  summary: string;
  description: string;
  location: string;
  url: string;
  isCancelled: boolean;
}

const MAX_OCTETS = 75;

/** A calendar file (iCalendar, RFC 5545): UTC instants, CRLF, lines folded at 75 octets. `stamp` is when it was made. */
export function calendarFile(events: readonly CalendarEvent[], stamp: Date): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Himpun//Activities//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...events.flatMap((event) => eventLines(event, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function eventLines(event: CalendarEvent, stamp: Date): string[] {
  const texts: [string, string][] = [
    ['SUMMARY', event.summary],
    ['DESCRIPTION', event.description],
    ['LOCATION', event.location],
  ];
  return [
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `DTSTAMP:${utc(stamp)}`,
    `DTSTART:${utc(event.startsAt)}`,
    `DTEND:${utc(event.endsAt)}`,
    `SEQUENCE:${event.sequence}`,
    `STATUS:${event.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    ...texts.filter(([, text]) => text !== '').map(([name, text]) => `${name}:${escapeText(text)}`),
    `URL:${event.url}`,
    'END:VEVENT',
  ];
}

function utc(instant: Date): string {
  return instant.toISOString().replace(/[-:]|\.\d{3}/g, '');
}

function escapeText(text: string): string {
  return text.replace(/([\\;,])/g, '\\$1').replace(/\r\n|\r|\n/g, '\\n');
}

/** Folds before the 76th octet, never inside a character. */
function fold(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > MAX_OCTETS) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
