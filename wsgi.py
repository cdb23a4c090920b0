"""Where gunicorn and `flask --app wsgi` find the application."""

from app.factory import create_app

app = create_app()
