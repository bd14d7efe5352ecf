{# Every line but a section stands under a line of its statement. #}
{% test parent_present(model) %}
select l.statement_id, l.line_id, l.path, l.parent_id
from {{ model }} as l
left join {{ ref('stg_line') }} as p on p.statement_id = l.statement_id and p.line_id = l.parent_id
where (l.level > 0 and p.line_id is null) or (l.level = 0 and l.parent_id is not null)
{% endtest %}
