ALTER TABLE "daily_costs" RENAME TO "costs_by_day";--> statement-breakpoint
CREATE TABLE "daily_costs" (
	"read_id" uuid NOT NULL,
	"tenant_id" text NOT NULL,
	"subscription_id" text NOT NULL,
	"currency" text NOT NULL,
	"cost_class" text NOT NULL,
	"days" date[] NOT NULL,
	"net" numeric[] NOT NULL,
	"net_usd" numeric[] NOT NULL,
	"credit" numeric[] NOT NULL,
	CONSTRAINT "daily_costs_read_id_tenant_id_subscription_id_currency_cost_class_pk" PRIMARY KEY("read_id","tenant_id","subscription_id","currency","cost_class")
);
--> statement-breakpoint
INSERT INTO "daily_costs" ("read_id", "tenant_id", "subscription_id", "currency", "cost_class", "days", "net", "net_usd", "credit")
SELECT "read_id", "tenant_id", "subscription_id", "currency", "cost_class", array_agg("day" ORDER BY "day"), array_agg("net" ORDER BY "day"), array_agg("net_usd" ORDER BY "day"), array_agg("credit" ORDER BY "day")
FROM "costs_by_day" GROUP BY "read_id", "tenant_id", "subscription_id", "currency", "cost_class";--> statement-breakpoint
DROP TABLE "costs_by_day";
