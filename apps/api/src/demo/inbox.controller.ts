import { Controller, Get, Param, ParseUUIDPipe, Query, UseGuards } from '@nestjs/common';
import { normalEmail } from '@himpun/identity';
import { notFound } from '@himpun/kernel';
import { DemoInbox } from '@himpun/notifications';
import { Public } from '../http/allow';
import { DemoGuard } from './demo.guard';
import { InboxQuery } from './inbox.dto';
import { InboxEntryView, InboxMessageView, InboxPageView } from './inbox.view';

/** The mails of a demonstration, open to whoever tries it; elsewhere this address does not exist. */
@Public()
@UseGuards(DemoGuard)
@Controller('demo/inbox')
export class InboxController {
  constructor(private readonly inbox: DemoInbox) {}

  /** Newest first. */
  @Get()
  async list(@Query() { email, page, pageSize }: InboxQuery): Promise<InboxPageView> {
    const { items, total } = await this.inbox.page(email ? normalEmail(email) : null, page, pageSize);
    return { items: items.map((line) => InboxEntryView.of(line)), total, page, pageSize };
  }

  /** One mail with its text. */
  @Get(':id')
  async message(@Param('id', ParseUUIDPipe) id: string): Promise<InboxMessageView> {
    const mail = await this.inbox.message(id);
    if (!mail) throw notFound('mail');
    return InboxMessageView.of(mail);
  }
}
