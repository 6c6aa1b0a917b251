DROP INDEX "subscription_verdicts_name";--> statement-breakpoint
DROP INDEX "subscription_verdicts_id";--> statement-breakpoint
CREATE INDEX "subscription_verdicts_name" ON "subscription_verdicts" USING btree ("period","display_name" collate "und-x-icu","tenant_id","subscription_id");--> statement-breakpoint
CREATE INDEX "subscription_verdicts_id" ON "subscription_verdicts" USING btree ("subscription_id","period","tenant_id","display_name");