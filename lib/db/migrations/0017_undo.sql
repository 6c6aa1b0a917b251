ALTER TABLE "personal_links" ADD COLUMN "withdrawn_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "personal_links" ADD COLUMN "withdrawn_by" text;--> statement-breakpoint
ALTER TABLE "finding_events" ADD COLUMN "actor_id" text;