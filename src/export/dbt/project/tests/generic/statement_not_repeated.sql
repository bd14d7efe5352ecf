{# Two statements of one entity, period, kind, currency and title: one of them is a copy or a correction. #}
{% test statement_not_repeated(model) %}
{{ config(severity='warn', meta={'rule': 'structure'}) }}
select statement_id, statement_key, entity, as_of, currency, file_name
from {{ model }}
where repetition > 1
{% endtest %}
