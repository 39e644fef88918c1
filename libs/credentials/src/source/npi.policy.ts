/** Whether ten digits are a National Provider Identifier: Luhn over `80840` and the number (CMS, 45 CFR 162.408). */
export function isNpi(number: string): boolean {
  if (!/^[12]\d{9}$/.test(number)) return false;
  const digits = [...`80840${number}`].reverse().map(Number);
  const sum = digits.reduce((total, digit, place) => {
    const value = place % 2 === 1 ? digit * 2 : digit;
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
