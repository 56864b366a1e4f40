drop index campaign_delivery_waiting;

create index campaign_delivery_waiting on campaign_delivery (campaign, handed_at nulls first, supporter)
    where state = 'WAITING';

comment on column campaign_delivery.handed_at is
    'when its letter was last handed to the mail server; while WAITING: when that took it not now, so that it comes last';
