"""The groups that are the roles, and the permissions of each; brought up to date by every `migrate`.

Derived from the models that there are, so that one added later has its place at once: editors may do
everything with it, contributors nothing until they are named here, and of history everybody only reads.
"""

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.db import connections, transaction
from django.db.models.signals import post_migrate
from django.dispatch import receiver

CONTRIBUTOR, EDITOR, OWNER = ROLES = ("contributor", "editor", "owner")
WRITE = ("add", "change", "delete", "view")
CONTRIBUTORS_MAY = {  # of events and their rows only the own: see `roles.py`
    "event": WRITE,
    "citation": WRITE,
    "position": WRITE,
    "eventtopic": WRITE,
    "comment": ("add", "change", "view"),
    "source": ("add", "view"),  # no citation without its source
    "article": WRITE,  # the own: see `Article.objects.visible_to`
    "import": ("add", "view"),  # the own ones
    "actor": ("view",),
    "affiliation": ("view",),
    "argument": ("view",),
    "debate": ("view",),
    "question": ("view",),
    "topic": ("view",),
}
OWNERS_ALONE = {"debate"}  # editors look at it
OWNERS_OF_USERS = {"user": WRITE, "group": ("view",)}
RECORDS = "historical"  # how the models begin that keep history: nobody rewrites it


def may(role, app, codename, model):
    """Whether a role has the permission with this codename on this model of an application."""
    action = codename.removesuffix(f"_{model}")
    if app == "auth":
        return role == OWNER and action in OWNERS_OF_USERS.get(model, ())
    if role == CONTRIBUTOR:
        return action in CONTRIBUTORS_MAY.get(model, ())
    if model.startswith(RECORDS) or (model in OWNERS_ALONE and role != OWNER):
        return action == "view"
    return True


@receiver(post_migrate, dispatch_uid="timeline.groups")
def after_migrating(app_config, using, **kwargs):
    """Bring the groups up to date, once a `migrate`."""
    if app_config.label == "timeline":
        make_groups(using)


def make_groups(using="default"):
    """Make the groups where they are missing, and give each exactly its permissions.

    On a new database permissions do not exist while migrations run; they are made here first.
    """
    if Group._meta.db_table not in connections[using].introspection.table_names():
        return
    for label in ("auth", "timeline"):
        create_permissions(apps.get_app_config(label), verbosity=0, using=using)
    rows = Permission.objects.using(using).filter(content_type__app_label__in=["auth", "timeline"])
    known = list(rows.values_list("pk", "content_type__app_label", "codename", "content_type__model"))
    with transaction.atomic(using=using):
        for role in ROLES:
            group, _made = Group.objects.using(using).get_or_create(name=role)
            group.permissions.set(pk for pk, *what in known if may(role, *what))
